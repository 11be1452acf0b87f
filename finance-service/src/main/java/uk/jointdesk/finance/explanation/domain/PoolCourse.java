package uk.jointdesk.finance.explanation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.apportionment.domain.Apportionment;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Division;
import uk.jointdesk.finance.apportionment.domain.RemainderRule;
import uk.jointdesk.finance.apportionment.domain.RunningCost;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.Share;
import uk.jointdesk.finance.apportionment.domain.TermCost;
import uk.jointdesk.finance.apportionment.domain.UnexplainedFall;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

/**
 * How the division of a pool's cost grows over a year: at the end of each period it is the division of the total to
 * date. A budget accrues by day; an outturn is what has been posted.
 */
public final class PoolCourse {
    private final CostPool pool;
    private final YearFacts facts;
    private final Basis basis;

    public PoolCourse(CostPool pool, YearFacts facts, Basis basis) {
        this.pool = pool;
        this.facts = facts;
        this.basis = basis;
    }

    public CostPool pool() {
        return pool;
    }

    /** @param periods 1 to 13, ascending */
    public List<DividedCost> toDate(List<Integer> periods) {
        if (pool.dividedBy().isEmpty()) {
            return nothingShared(periods);
        }
        Scheme scheme = facts.schemes().get(pool.scheme());
        return basis == Basis.BUDGET ? accrued(scheme, periods) : posted(scheme, periods);
    }

    private List<DividedCost> accrued(Scheme scheme, List<Integer> periods) {
        Division division = Division.over(facts.year().span(), scheme, facts.members());
        return periods.stream()
                .map(period ->
                        division.until(new Period(facts.year(), period).span().to(), pool.budget()))
                .toList();
    }

    private List<DividedCost> posted(Scheme scheme, List<Integer> periods) {
        RunningCost running = new RunningCost(scheme, facts.members());
        List<DividedCost> toDate = new ArrayList<>();
        int counted = 0;
        for (int period : periods) {
            for (PostedCost cost : postedBetween(counted, period)) {
                running.add(cost.period().span(), cost.amount());
            }
            counted = period;
            toDate.add(running.toDate());
        }
        return toDate;
    }

    private List<PostedCost> postedBetween(int after, int upTo) {
        return facts.posted().stream()
                .filter(cost -> cost.isShared() && cost.line().equals(pool.code()))
                .filter(cost -> cost.period().number() > after && cost.period().number() <= upTo)
                .toList();
    }

    private List<DividedCost> nothingShared(List<Integer> periods) {
        if (postedBetween(0, Period.CLOSING).stream()
                .anyMatch(cost -> !cost.amount().isZero())) {
            throw new RuleBroken("line-needs-scheme", "/scheme", "Shared cost was posted to " + pool.code() + ".");
        }
        return periods.stream()
                .map(period -> new DividedCost(Money.ZERO, List.of()))
                .toList();
    }

    /**
     * Somebody's amount to date that fell from one period to the next although the cost of its term grew.
     *
     * @param before the term as it stood at the end of the period before
     */
    public record Fall(int period, TermCost before, TermCost after, UnexplainedFall fall) {}

    /** Every such fall up to a period. */
    public List<Fall> falls(int upTo) {
        List<DividedCost> toDate = toDate(IntStream.rangeClosed(1, upTo).boxed().toList());
        List<Fall> falls = new ArrayList<>();
        for (int i = 1; i < toDate.size(); i++) {
            for (TermCost after : toDate.get(i).terms()) {
                int period = i + 1;
                toDate.get(i - 1).terms().stream()
                        .filter(before -> isSameTerm(before, after))
                        .flatMap(before -> falls(period, before, after).stream())
                        .forEach(falls::add);
            }
        }
        return falls;
    }

    private static boolean isSameTerm(TermCost before, TermCost after) {
        return before.term().span().from().equals(after.term().span().from())
                && before.term().decidesLike(after.term());
    }

    private static List<Fall> falls(int period, TermCost before, TermCost after) {
        return UnexplainedFall.between(apportioned(before), apportioned(after)).stream()
                .map(fall -> new Fall(period, before, after, fall))
                .toList();
    }

    private static Apportionment apportioned(TermCost term) {
        List<Share> shares = term.lines().stream()
                .map(line -> new Share(line.partner(), line.amount(), line.fraction()))
                .toList();
        return new Apportionment(term.cost(), shares, RemainderRule.LARGEST_REMAINDER);
    }
}
