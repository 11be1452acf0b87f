package uk.jointdesk.finance.contribution.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What one council may see of everybody's contributions: its own, and all the others as one sum. Nothing tells how many
 * others there are or what any one of them weighs.
 */
public final class OwnAndOthers {
    /** Stands where a partner code would; no partner can be called so. */
    public static final String OTHERS = "OTHERS";

    private OwnAndOthers() {}

    public static List<Contribution> of(Contributions all, Predicate<String> own) {
        List<Contribution> seen = new ArrayList<>(
                all.items().stream().filter(item -> own.test(item.partner())).toList());
        List<Contribution> others =
                all.items().stream().filter(item -> !own.test(item.partner())).toList();
        if (!others.isEmpty()) {
            seen.add(asOne(others));
        }
        return seen;
    }

    private static Contribution asOne(List<Contribution> others) {
        return new Contribution(
                OTHERS,
                shares(others, Contribution::pools),
                costs(others, Contribution::direct),
                shares(others, Contribution::income),
                costs(others, Contribution::ownIncome),
                shares(others, Contribution::credits),
                List.of());
    }

    private static List<PoolShare> shares(List<Contribution> others, Function<Contribution, List<PoolShare>> which) {
        SortedMap<String, PoolShare> pools = new TreeMap<>();
        others.stream()
                .flatMap(item -> which.apply(item).stream())
                .map(OwnAndOthers::unnamed)
                .forEach(share -> pools.merge(share.pool().code(), share, OwnAndOthers::plus));
        return List.copyOf(pools.values());
    }

    private static List<PostedCost> costs(List<Contribution> others, Function<Contribution, List<PostedCost>> which) {
        Money sum = Money.sum(others.stream()
                .flatMap(item -> which.apply(item).stream())
                .map(PostedCost::amount)
                .toList());
        return sum.isZero() ? List.of() : List.of(new PostedCost(null, null, OTHERS, sum));
    }

    private static PoolShare unnamed(PoolShare share) {
        Line line = share.line();
        return new PoolShare(
                share.pool(), share.cost(), new Line(OTHERS, line.amount(), line.fraction(), List.of()), share.steps());
    }

    private static PoolShare plus(PoolShare one, PoolShare other) {
        Line line = new Line(
                OTHERS,
                one.line().amount().plus(other.line().amount()),
                one.line().fraction().plus(other.line().fraction()),
                List.of());
        SortedMap<LocalDate, PoolShare.Step> steps = new TreeMap<>();
        one.steps().forEach(step -> steps.put(step.term().from(), step));
        other.steps().forEach(step -> steps.merge(step.term().from(), step, OwnAndOthers::plus));
        return new PoolShare(one.pool(), one.cost(), line, List.copyOf(steps.values()));
    }

    private static PoolShare.Step plus(PoolShare.Step one, PoolShare.Step other) {
        return new PoolShare.Step(
                one.term(),
                one.weight().plus(other.weight()),
                one.fraction().plus(other.fraction()),
                one.amount().plus(other.amount()));
    }
}
