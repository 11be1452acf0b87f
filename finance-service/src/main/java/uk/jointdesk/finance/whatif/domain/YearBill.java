package uk.jointdesk.finance.whatif.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import uk.jointdesk.finance.apportionment.domain.DividedCost;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.explanation.domain.PoolCourse;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/** Everything partners are billed for a year, cell by cell. A pure function of the facts, as contributions are. */
public record YearBill(SortedMap<Cell, Money> cells) {

    /**
     * @param upTo the last period looked at
     * @param byMonth whether each period has cells of its own; else all fall in the last
     */
    public static YearBill of(YearFacts facts, Basis basis, int upTo, boolean byMonth) {
        List<Integer> periods = byMonth ? IntStream.rangeClosed(1, upTo).boxed().toList() : List.of(upTo);
        SortedMap<Cell, Money> cells = new TreeMap<>();
        for (CostPool pool : facts.pools()) {
            addShares(cells, pool, new PoolCourse(pool, facts, basis).toDate(periods), periods);
        }
        facts.posted().stream().filter(cost -> !cost.isShared()).forEach(cost -> {
            int period = byMonth ? cost.period().number() : upTo;
            cells.merge(direct(cost, facts, period), cost.amount(), Money::plus);
        });
        return new YearBill(cells);
    }

    private static Cell direct(PostedCost cost, YearFacts facts, int period) {
        return new Cell(facts.members().billed(cost.partner()), cost.line(), true, period);
    }

    /** What each period adds to the division of the total to date. */
    private static void addShares(
            SortedMap<Cell, Money> cells, CostPool pool, List<DividedCost> toDate, List<Integer> periods) {
        SortedMap<String, Money> before = new TreeMap<>();
        for (int i = 0; i < periods.size(); i++) {
            int period = periods.get(i);
            SortedMap<String, Money> now = new TreeMap<>();
            for (Line line : toDate.get(i).lines()) {
                now.put(line.partner(), line.amount());
            }
            before.forEach((partner, amount) -> now.merge(partner, amount.negated(), Money::plus));
            now.forEach((partner, amount) -> cells.put(new Cell(partner, pool.code(), false, period), amount));
            now.forEach((partner, amount) -> before.merge(partner, amount, Money::plus));
        }
    }

    public Money total() {
        return Money.sum(cells.values());
    }

    /** The same money under other names, as one council sees all the others. */
    public YearBill named(UnaryOperator<String> name) {
        SortedMap<Cell, Money> named = new TreeMap<>();
        cells.forEach((cell, amount) -> named.merge(
                new Cell(name.apply(cell.partner()), cell.line(), cell.direct(), cell.period()), amount, Money::plus));
        return new YearBill(named);
    }
}
