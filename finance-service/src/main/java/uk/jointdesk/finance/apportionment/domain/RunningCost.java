package uk.jointdesk.finance.apportionment.domain;

import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.Span;

/**
 * A cost that is added to month by month.
 *
 * <p>At every point the shares are the division of the total to date, so a month's share is the difference of two
 * points and the months add up to the year. Dividing each month by itself would drift by a penny a month. Cost that
 * falls under the same version and members is kept together, however many months it came in.
 */
public final class RunningCost {
    private final Scheme scheme;
    private final Members members;
    private final List<Account> accounts = new ArrayList<>();

    private record Account(Term term, Billing billing, Money cost) {}

    public RunningCost(Scheme scheme, Members members) {
        this.scheme = scheme;
        this.members = members;
    }

    /** Adds the cost of some days; within them it counts by days. */
    public void add(Span days, Money cost) {
        List<Term> terms = Term.over(days, scheme, members);
        List<Money> costs = LargestRemainder.divide(cost, DividedCost.byDays(days, terms));
        for (int i = 0; i < terms.size(); i++) {
            book(terms.get(i), costs.get(i));
        }
    }

    private void book(Term term, Money cost) {
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            if (account.term.decidesLike(term)) {
                accounts.set(i, new Account(joined(account.term, term), account.billing, account.cost.plus(cost)));
                return;
            }
        }
        accounts.add(new Account(term, Billing.by(term.weights(), members), cost));
    }

    private static Term joined(Term one, Term other) {
        Span first = one.span();
        Span second = other.span();
        Span both = new Span(
                first.from().isBefore(second.from()) ? first.from() : second.from(),
                first.to().isAfter(second.to()) ? first.to() : second.to());
        return new Term(both, one.version(), one.weights());
    }

    /** The division of everything added so far. */
    public DividedCost toDate() {
        Money total = Money.sum(accounts.stream().map(Account::cost).toList());
        List<TermCost> divided = accounts.stream()
                .map(account -> new TermCost(
                        account.term, account.cost, part(account, total), account.billing.of(account.cost)))
                .toList();
        return new DividedCost(total, divided);
    }

    /** By money; where the total is nothing, every account counts alike. */
    private Fraction part(Account account, Money total) {
        return total.isZero() ? Fraction.of(1, accounts.size()) : Fraction.of(account.cost.pence(), total.pence());
    }
}
