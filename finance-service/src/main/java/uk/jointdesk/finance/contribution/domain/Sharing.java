package uk.jointdesk.finance.contribution.domain;

import java.util.List;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.RunningCost;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** How the scheme of one pool divides what belongs to the pool. */
record Sharing(CostPool pool, YearFacts facts) {
    static final DividedCost NOTHING = new DividedCost(Money.ZERO, List.of());

    /** An amount that accrues evenly by day over the year. */
    DividedCost byDay(Money amount) {
        return pool.dividedBy()
                .map(scheme -> DividedCost.of(amount, pool.year().span(), scheme(scheme), facts.members()))
                .orElse(NOTHING);
    }

    /** Amounts of periods; those of other pools and of single partners are left out. */
    DividedCost byPeriod(List<PostedCost> amounts) {
        List<PostedCost> shared = amounts.stream()
                .filter(cost -> cost.isShared() && cost.line().equals(pool.code()))
                .toList();
        return pool.dividedBy().map(scheme -> running(scheme, shared)).orElseGet(() -> nothing(shared));
    }

    private DividedCost running(String scheme, List<PostedCost> shared) {
        RunningCost running = new RunningCost(scheme(scheme), facts.members());
        shared.forEach(cost -> running.add(cost.period().span(), cost.amount()));
        return running.toDate();
    }

    private DividedCost nothing(List<PostedCost> shared) {
        if (!Money.sum(shared.stream().map(PostedCost::amount).toList()).isZero()) {
            throw new RuleBroken("line-needs-scheme", "/scheme", "Shared cost was posted to " + pool.code() + ".");
        }
        return NOTHING;
    }

    private Scheme scheme(String code) {
        return facts.schemes().get(code);
    }
}
