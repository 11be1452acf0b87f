package uk.jointdesk.finance.whatif.domain;

import java.util.Comparator;

/**
 * What an amount of a year is for.
 *
 * @param partner the one billed
 * @param line the budget line
 * @param direct whether it was charged to the partner directly, and is no share
 * @param period the accounting period it fell in, or the last one looked at
 */
public record Cell(String partner, String line, boolean direct, int period) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::partner)
            .thenComparing(Cell::line)
            .thenComparing(Cell::direct)
            .thenComparingInt(Cell::period);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
