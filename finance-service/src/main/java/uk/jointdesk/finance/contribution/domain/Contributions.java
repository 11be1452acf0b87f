package uk.jointdesk.finance.contribution.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Share;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What every partner pays for a year. A pure function of the facts; the same facts give the same pennies.
 *
 * @param items by code of the billed partner, ascending
 */
public record Contributions(Basis basis, List<Contribution> items) {

    public static Contributions of(YearFacts facts, Basis basis) {
        SortedMap<String, List<PoolShare>> pools = new TreeMap<>();
        for (CostPool pool : facts.pools()) {
            new PoolDivision(pool, facts, basis).shares().forEach((partner, share) -> pools.computeIfAbsent(
                            partner, any -> new ArrayList<>())
                    .add(share));
        }
        SortedMap<String, List<PostedCost>> direct = directByBilled(facts);
        TreeSet<String> billed = new TreeSet<>(pools.keySet());
        billed.addAll(direct.keySet());
        return new Contributions(
                basis,
                billed.stream()
                        .map(partner -> contribution(
                                partner,
                                pools.getOrDefault(partner, List.of()),
                                direct.getOrDefault(partner, List.of())))
                        .toList());
    }

    private static SortedMap<String, List<PostedCost>> directByBilled(YearFacts facts) {
        Members members = facts.members();
        SortedMap<String, List<PostedCost>> direct = new TreeMap<>();
        facts.posted().stream().filter(cost -> !cost.isShared()).forEach(cost -> direct.computeIfAbsent(
                        members.billed(cost.partner()), any -> new ArrayList<>())
                .add(cost));
        return direct;
    }

    private static Contribution contribution(String partner, List<PoolShare> pools, List<PostedCost> direct) {
        SortedMap<String, Money> rows = new TreeMap<>();
        for (PoolShare pool : pools) {
            List<Share> within = pool.line().within();
            if (within.isEmpty()) {
                rows.merge(partner, pool.line().amount(), Money::plus);
            }
            within.forEach(share -> rows.merge(share.partner(), share.amount(), Money::plus));
        }
        direct.forEach(cost -> rows.merge(cost.partner(), cost.amount(), Money::plus));
        boolean alone = rows.keySet().stream().allMatch(partner::equals);
        List<Contribution.Within> within = rows.entrySet().stream()
                .map(row -> new Contribution.Within(row.getKey(), row.getValue()))
                .toList();
        return new Contribution(partner, pools, direct, alone ? List.of() : within);
    }

    public Money total() {
        return Money.sum(items.stream().map(Contribution::total).toList());
    }
}
