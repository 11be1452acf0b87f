package uk.jointdesk.finance.contribution.domain;

import java.util.List;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What one partner pays for a year: its shares of the cost pools and what was charged to it directly, less its shares of
 * income and grants, income that is its alone, and service credits.
 *
 * @param direct charges to it and to its sub-bodies
 * @param income its shares of what each line earned, above zero
 * @param ownIncome earned for it or its sub-bodies alone, above zero
 * @param credits its shares of service credits, above zero
 * @param within empty for a partner without sub-bodies; else what of the total is its own and what theirs
 */
public record Contribution(
        String partner,
        List<PoolShare> pools,
        List<PostedCost> direct,
        List<PoolShare> income,
        List<PostedCost> ownIncome,
        List<PoolShare> credits,
        List<Within> within) {

    /** A sub-body's part of its parent's total. */
    public record Within(String partner, Money amount) {}

    public Contribution {
        pools = List.copyOf(pools);
        direct = List.copyOf(direct);
        income = List.copyOf(income);
        ownIncome = List.copyOf(ownIncome);
        credits = List.copyOf(credits);
        within = List.copyOf(within);
    }

    public Money shared() {
        return sumOfShares(pools);
    }

    public Money charged() {
        return sumOfCosts(direct);
    }

    public Money earned() {
        return sumOfShares(income).plus(sumOfCosts(ownIncome));
    }

    public Money credited() {
        return sumOfShares(credits);
    }

    public Money total() {
        return shared().plus(charged()).minus(earned()).minus(credited());
    }

    private static Money sumOfShares(List<PoolShare> shares) {
        return Money.sum(shares.stream().map(share -> share.line().amount()).toList());
    }

    private static Money sumOfCosts(List<PostedCost> costs) {
        return Money.sum(costs.stream().map(PostedCost::amount).toList());
    }
}
