package uk.jointdesk.finance.contribution.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import uk.jointdesk.finance.apportionment.domain.Share;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** What a contribution is made of, and whose of a partner and its sub-bodies each penny is. */
record Parts(
        List<PoolShare> pools,
        List<PostedCost> direct,
        List<PoolShare> income,
        List<PostedCost> ownIncome,
        List<PoolShare> credits) {

    Contribution contribution(String partner) {
        return new Contribution(partner, pools, direct, income, ownIncome, credits, within(partner));
    }

    /** Empty where everything is the partner's own. */
    private List<Contribution.Within> within(String partner) {
        SortedMap<String, Money> rows = new TreeMap<>();
        shares(rows, pools, UnaryOperator.identity(), partner);
        shares(rows, income, Money::negated, partner);
        shares(rows, credits, Money::negated, partner);
        direct.forEach(cost -> rows.merge(cost.partner(), cost.amount(), Money::plus));
        ownIncome.forEach(earned -> rows.merge(earned.partner(), earned.amount().negated(), Money::plus));
        boolean alone = rows.keySet().stream().allMatch(partner::equals);
        return alone
                ? List.of()
                : rows.entrySet().stream()
                        .map(row -> new Contribution.Within(row.getKey(), row.getValue()))
                        .toList();
    }

    private static void shares(
            SortedMap<String, Money> rows, List<PoolShare> shares, UnaryOperator<Money> sign, String partner) {
        for (PoolShare pool : shares) {
            List<Share> within = pool.line().within();
            if (within.isEmpty()) {
                rows.merge(partner, sign.apply(pool.line().amount()), Money::plus);
            }
            within.forEach(share -> rows.merge(share.partner(), sign.apply(share.amount()), Money::plus));
        }
    }
}
