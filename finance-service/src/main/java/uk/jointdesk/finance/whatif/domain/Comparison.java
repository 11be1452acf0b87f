package uk.jointdesk.finance.whatif.domain;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import uk.jointdesk.finance.money.domain.Money;

/** Two bills of the same cost beside each other. They cannot stand there unless they add up to the same. */
public record Comparison(SortedMap<Cell, Pair> cells) {

    /** What is paid today, and what would be. */
    public record Pair(Money today, Money whatIf) {
        public static final Pair NOTHING = new Pair(Money.ZERO, Money.ZERO);

        /** Above zero is paid more. */
        public Money difference() {
            return whatIf.minus(today);
        }

        public Pair plus(Pair other) {
            return new Pair(today.plus(other.today), whatIf.plus(other.whatIf));
        }
    }

    public Comparison {
        Pair total = cells.values().stream().reduce(Pair.NOTHING, Pair::plus);
        if (!total.difference().isZero()) {
            throw new IllegalStateException("a what-if of " + total.whatIf() + " for a cost of " + total.today());
        }
    }

    public static Comparison of(YearBill today, YearBill whatIf) {
        SortedSet<Cell> all = new TreeSet<>(today.cells().keySet());
        all.addAll(whatIf.cells().keySet());
        SortedMap<Cell, Pair> cells = new TreeMap<>();
        for (Cell cell : all) {
            cells.put(
                    cell,
                    new Pair(
                            today.cells().getOrDefault(cell, Money.ZERO),
                            whatIf.cells().getOrDefault(cell, Money.ZERO)));
        }
        return new Comparison(cells);
    }

    /** Sums of the cells that share a key; cells with a null key are left out. */
    public <K> SortedMap<K, Pair> by(Function<Cell, K> key) {
        SortedMap<K, Pair> sums = new TreeMap<>();
        cells.forEach((cell, pair) -> {
            K group = key.apply(cell);
            if (group != null) {
                sums.merge(group, pair, Pair::plus);
            }
        });
        return sums;
    }
}
