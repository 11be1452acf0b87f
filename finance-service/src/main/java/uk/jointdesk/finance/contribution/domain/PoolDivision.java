package uk.jointdesk.finance.contribution.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.RunningCost;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.TermCost;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** One pool divided among everybody. */
final class PoolDivision {
    private final CostPool pool;
    private final YearFacts facts;
    private final DividedCost divided;

    PoolDivision(CostPool pool, YearFacts facts, Basis basis) {
        this.pool = pool;
        this.facts = facts;
        this.divided = pool.dividedBy()
                .map(scheme -> divide(facts.schemes().get(scheme), basis))
                .orElseGet(this::nothingShared);
    }

    private DividedCost divide(Scheme scheme, Basis basis) {
        if (basis == Basis.BUDGET) {
            return DividedCost.of(pool.budget(), pool.year().span(), scheme, facts.members());
        }
        RunningCost running = new RunningCost(scheme, facts.members());
        sharedPostings().forEach(cost -> running.add(cost.period().span(), cost.amount()));
        return running.toDate();
    }

    private DividedCost nothingShared() {
        if (!Money.sum(sharedPostings().stream().map(PostedCost::amount).toList())
                .isZero()) {
            throw new RuleBroken("line-needs-scheme", "/scheme", "Shared cost was posted to " + pool.code() + ".");
        }
        return new DividedCost(Money.ZERO, List.of());
    }

    private List<PostedCost> sharedPostings() {
        return facts.posted().stream()
                .filter(cost -> cost.isShared() && cost.line().equals(pool.code()))
                .toList();
    }

    SortedMap<String, PoolShare> shares() {
        SortedMap<String, PoolShare> shares = new TreeMap<>();
        for (Line line : divided.lines()) {
            shares.put(line.partner(), new PoolShare(pool, divided.total(), line, steps(line.partner())));
        }
        return shares;
    }

    private List<PoolShare.Step> steps(String partner) {
        List<PoolShare.Step> steps = new ArrayList<>();
        for (TermCost cost : divided.terms()) {
            cost.lines().stream()
                    .filter(line -> line.partner().equals(partner))
                    .map(line -> step(cost, line, facts.members()))
                    .forEach(steps::add);
        }
        return steps;
    }

    private static PoolShare.Step step(TermCost cost, Line line, Members members) {
        Fraction all = cost.term().weights().total();
        Fraction own = cost.term().weights().groupedBy(members::billed).of(line.partner());
        PoolShare.Term term = new PoolShare.Term(
                cost.term().span().from(),
                cost.term().span().to(),
                cost.term().version().number(),
                cost.term().version().formula().method(),
                cost.cost(),
                all);
        return new PoolShare.Step(term, own, line.fraction(), line.amount());
    }
}
