package uk.jointdesk.finance.apportionment.domain;

import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.Span;

/**
 * A cost divided over dated terms first and among the members of each term then, each division exact.
 *
 * @param terms in order of time; their costs add up to the total
 */
public record DividedCost(Money total, List<TermCost> terms) {

    public DividedCost {
        terms = List.copyOf(terms);
        Money sum = Money.sum(terms.stream().map(TermCost::cost).toList());
        Money paid = Money.sum(terms.stream()
                .flatMap(term -> term.lines().stream())
                .map(Line::amount)
                .toList());
        if (!sum.equals(total) || !paid.equals(total)) {
            throw new IllegalStateException("terms cost " + sum + " and partners pay " + paid + " of " + total);
        }
    }

    /** A cost that accrues evenly by day over the span. Pennies that do not divide by days go to the earlier term. */
    public static DividedCost of(Money total, Span span, Scheme scheme, Members members) {
        List<Term> terms = Term.over(span, scheme, members);
        List<Fraction> parts = byDays(span, terms);
        List<Money> costs = LargestRemainder.divide(total, parts);
        List<TermCost> divided = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            divided.add(TermCost.of(terms.get(i), costs.get(i), parts.get(i), members));
        }
        return new DividedCost(total, divided);
    }

    /** A cost without dates, divided by one set of weights. */
    public static List<Line> undated(Money total, Formula formula, Members members) {
        return Line.of(total, formula.among(partner -> true), members);
    }

    static List<Fraction> byDays(Span span, List<Term> terms) {
        return terms.stream()
                .map(term -> Fraction.of(term.span().days(), span.days()))
                .toList();
    }

    /** What each partner pays of the whole, by partner code. */
    public List<Line> lines() {
        return Line.sum(terms.stream()
                .flatMap(term -> term.lines().stream().map(line -> line.scaled(term.part())))
                .toList());
    }
}
