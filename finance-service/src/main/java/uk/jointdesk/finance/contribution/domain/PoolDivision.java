package uk.jointdesk.finance.contribution.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.TermCost;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** What one pool cost, earned or was credited, divided among everybody. */
final class PoolDivision {
    private final CostPool pool;
    private final YearFacts facts;
    private final DividedCost divided;

    private PoolDivision(CostPool pool, YearFacts facts, DividedCost divided) {
        this.pool = pool;
        this.facts = facts;
        this.divided = divided;
    }

    /** @param spent of the whole year, before any income */
    static PoolDivision ofCost(CostPool pool, YearFacts facts, Basis basis, List<PostedCost> spent) {
        Sharing sharing = new Sharing(pool, facts);
        return basis == Basis.ACTUAL
                ? of(pool, facts, sharing.byPeriod(spent))
                : of(pool, facts, pool.budget().signum() < 0 ? Sharing.NOTHING : sharing.byDay(pool.budget()));
    }

    /** A line budgeted below zero is income that is expected. */
    static PoolDivision ofIncome(CostPool pool, YearFacts facts, Basis basis) {
        Sharing sharing = new Sharing(pool, facts);
        Money expected = pool.budget().negated();
        return basis == Basis.ACTUAL
                ? of(pool, facts, sharing.byPeriod(facts.income()))
                : of(pool, facts, expected.signum() > 0 ? sharing.byDay(expected) : Sharing.NOTHING);
    }

    /** Credits are known once a period is over, so an estimate has none. */
    static PoolDivision ofCredits(CostPool pool, YearFacts facts, Basis basis) {
        List<PostedCost> credits = facts.credits().stream()
                .filter(credit -> basis == Basis.ACTUAL)
                .map(credit -> new PostedCost(credit.line(), credit.period(), null, credit.amount()))
                .toList();
        return of(pool, facts, new Sharing(pool, facts).byPeriod(credits));
    }

    private static PoolDivision of(CostPool pool, YearFacts facts, DividedCost divided) {
        return new PoolDivision(pool, facts, divided);
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
