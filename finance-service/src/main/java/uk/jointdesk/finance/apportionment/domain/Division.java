package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.Span;

/**
 * How costs of some days are divided: the dated terms, and who pays in each. Made ready once for any number of costs of
 * the same days, as the ten thousand lines of a year are.
 */
public final class Division {
    private final Span span;
    private final List<Dated> terms;
    private final LargestRemainder byDays;

    private record Dated(Term term, Fraction part, Billing billing) {
        TermCost of(Money cost) {
            return new TermCost(term, cost, part, billing.of(cost));
        }
    }

    private Division(Span span, List<Dated> terms) {
        this.span = span;
        this.terms = terms;
        this.byDays = LargestRemainder.of(terms.stream().map(Dated::part).toList());
    }

    public static Division over(Span span, Scheme scheme, Members members) {
        return new Division(
                span,
                Term.over(span, scheme, members).stream()
                        .map(term -> new Dated(
                                term,
                                Fraction.of(term.span().days(), span.days()),
                                Billing.by(term.weights(), members)))
                        .toList());
    }

    /** A cost that accrues evenly by day. Pennies that do not divide by days go to the earlier term. */
    public DividedCost of(Money total) {
        List<Money> costs = byDays.divide(total);
        List<TermCost> divided = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            divided.add(terms.get(i).of(costs.get(i)));
        }
        return new DividedCost(total, divided);
    }

    /**
     * What of such a cost has accrued by the end of a day, divided. On the last day it is the whole division, so that the
     * differences between days add up to it.
     */
    public DividedCost until(LocalDate day, Money total) {
        List<Money> costs = byDays.divide(total);
        List<TermCost> divided = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            Dated dated = terms.get(i);
            if (!dated.term.span().from().isAfter(day)) {
                divided.add(dated.of(accrued(dated.term.span(), day, costs.get(i))));
            }
        }
        return new DividedCost(Money.sum(divided.stream().map(TermCost::cost).toList()), divided);
    }

    private static Money accrued(Span term, LocalDate day, Money cost) {
        if (!term.to().isAfter(day)) {
            return cost;
        }
        long days = new Span(term.from(), day).days();
        return LargestRemainder.of(List.of(Fraction.of(days, 1), Fraction.of(term.days() - days, 1)))
                .divide(cost)
                .get(0);
    }

    public Span span() {
        return span;
    }
}
