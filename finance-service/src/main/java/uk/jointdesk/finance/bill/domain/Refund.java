package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.Share;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Span;

/**
 * Money that was billed and is not needed, given back in the ratio in force on a day.
 *
 * @param amount above zero
 * @param line the budget line it was billed for
 * @param ratioOn the day whose scheme and members decide the ratio
 */
public record Refund(Money amount, String line, LocalDate ratioOn) {

    /** @throws RuleBroken {@code refund-not-positive} */
    public Refund {
        if (amount.signum() <= 0) {
            throw new RuleBroken("refund-not-positive", "/refund/amount", "What is given back is above zero.");
        }
    }

    /** What each partner is to pay: less than nothing. */
    public List<Due> dues(CostPool pool, Map<String, Scheme> schemes, Members members) {
        String scheme = pool.dividedBy()
                .orElseThrow(() -> new RuleBroken(
                        "line-needs-scheme", "/refund/budgetLine", "Nothing divides this line among partners."));
        DividedCost divided =
                DividedCost.of(amount.negated(), new Span(ratioOn, ratioOn), schemes.get(scheme), members);
        return divided.lines().stream()
                .filter(part -> !part.amount().isZero())
                .map(part -> due(pool, part))
                .toList();
    }

    private Due due(CostPool pool, Line part) {
        String note = part.fraction() + " (" + part.fraction().percent().toPlainString() + " per cent) of a refund of "
                + amount + ", ratio of " + ratioOn;
        BillLine line = new BillLine(LineKind.POOL, pool.code(), pool.title(), note, part.amount());
        return part.within().isEmpty()
                ? Due.own(part.partner(), List.of(line))
                : new Due(
                        part.partner(),
                        List.of(line),
                        part.within().stream().map(Refund::within).toList());
    }

    private static Contribution.Within within(Share share) {
        return new Contribution.Within(share.partner(), share.amount());
    }
}
