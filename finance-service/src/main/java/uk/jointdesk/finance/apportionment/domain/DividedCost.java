package uk.jointdesk.finance.apportionment.domain;

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
        return Division.over(span, scheme, members).of(total);
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
        if (terms.size() == 1 && terms.get(0).part().equals(Fraction.ONE)) {
            return terms.get(0).lines();
        }
        return Line.sum(terms.stream()
                .flatMap(term -> term.lines().stream().map(line -> line.scaled(term.part())))
                .toList());
    }
}
