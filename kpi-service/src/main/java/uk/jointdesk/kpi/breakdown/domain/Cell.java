package uk.jointdesk.kpi.breakdown.domain;

import java.util.Comparator;

/**
 * One row of an answer. A field is null when the answer is not broken down by it.
 *
 * @param period number of the period, or {@link #BEFORE} for all the time before the range
 */
public record Cell(
        String priority, String partner, int period, String type, String queue, String organisation, String category)
        implements Comparable<Cell> {
    public static final int BEFORE = -1;

    /** The sum of every partner and {@link #UNATTRIBUTED}. */
    public static final String ALL = "ALL";

    /** Tickets that belong to no partner. */
    public static final String UNATTRIBUTED = "UNATTRIBUTED";

    /** The label of tickets that have no such value: priority, type, queue, organisation or category. */
    public static final String NONE = "NONE";

    private static final Comparator<String> BY_NAME = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Cell> IN_READING_ORDER = Comparator.comparing(Cell::priority, BY_NAME)
            .thenComparingInt(Cell::partnerRank)
            .thenComparing(Cell::partner, BY_NAME)
            .thenComparingInt(Cell::period)
            .thenComparing(Cell::type, BY_NAME)
            .thenComparing(Cell::queue, BY_NAME)
            .thenComparing(Cell::organisation, BY_NAME)
            .thenComparing(Cell::category, BY_NAME);

    /** Neither broken down by organisation nor by category. */
    public Cell(String priority, String partner, int period, String type, String queue) {
        this(priority, partner, period, type, queue, null, null);
    }

    public Cell inPeriod(int other) {
        return new Cell(priority, partner, other, type, queue, organisation, category);
    }

    public Cell withoutCategory() {
        return withCategory(null);
    }

    public Cell withCategory(String other) {
        return new Cell(priority, partner, period, type, queue, organisation, other);
    }

    @Override
    public int compareTo(Cell other) {
        return IN_READING_ORDER.compare(this, other);
    }

    private int partnerRank() {
        if (ALL.equals(partner)) {
            return 2;
        }
        return UNATTRIBUTED.equals(partner) ? 1 : 0;
    }
}
