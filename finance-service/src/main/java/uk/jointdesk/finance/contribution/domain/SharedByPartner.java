package uk.jointdesk.finance.contribution.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** What all pools cost, earned or were credited, divided, by the partner that is billed. */
record SharedByPartner(SortedMap<String, List<PoolShare>> byBilled) {

    static SharedByPartner costs(YearFacts facts, Basis basis, List<PostedCost> spent) {
        return of(facts, pool -> PoolDivision.ofCost(pool, facts, basis, spent));
    }

    static SharedByPartner income(YearFacts facts, Basis basis) {
        return of(facts, pool -> PoolDivision.ofIncome(pool, facts, basis));
    }

    static SharedByPartner credits(YearFacts facts, Basis basis) {
        return of(facts, pool -> PoolDivision.ofCredits(pool, facts, basis));
    }

    private static SharedByPartner of(YearFacts facts, Function<CostPool, PoolDivision> division) {
        SortedMap<String, List<PoolShare>> shares = new TreeMap<>();
        for (CostPool pool : facts.pools()) {
            division.apply(pool).shares().forEach((partner, share) -> shares.computeIfAbsent(
                            partner, any -> new ArrayList<>())
                    .add(share));
        }
        return new SharedByPartner(shares);
    }

    Set<String> partners() {
        return byBilled.keySet();
    }

    List<PoolShare> of(String partner) {
        return byBilled.getOrDefault(partner, List.of());
    }
}
