package uk.jointdesk.finance.contribution.domain;

import java.util.List;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What one partner pays for a year: its shares of the cost pools and what was charged to it directly.
 *
 * @param direct charges to it and to its sub-bodies
 * @param within empty for a partner without sub-bodies; else what of the total is its own and what theirs
 */
public record Contribution(String partner, List<PoolShare> pools, List<PostedCost> direct, List<Within> within) {

    /** A sub-body's part of its parent's total. */
    public record Within(String partner, Money amount) {}

    public Contribution {
        pools = List.copyOf(pools);
        direct = List.copyOf(direct);
        within = List.copyOf(within);
    }

    public Money shared() {
        return Money.sum(pools.stream().map(pool -> pool.line().amount()).toList());
    }

    public Money charged() {
        return Money.sum(direct.stream().map(PostedCost::amount).toList());
    }

    public Money total() {
        return shared().plus(charged());
    }
}
