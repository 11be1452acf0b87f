package uk.jointdesk.kpi.breakdown.domain;

import java.util.Objects;

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

    /** As a record's own, written out: rows are looked up a hundred thousand times for one answer. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(priority);
        hash = 31 * hash + Objects.hashCode(partner);
        hash = 31 * hash + period;
        hash = 31 * hash + Objects.hashCode(type);
        hash = 31 * hash + Objects.hashCode(queue);
        hash = 31 * hash + Objects.hashCode(organisation);
        return 31 * hash + Objects.hashCode(category);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && compareTo(cell) == 0;
    }

    /**
     * In reading order: by priority, then partners, the unattributed and all, then in time, then by name. Written out,
     * because the rows of five years are compared a hundred thousand times for one answer.
     */
    @Override
    public int compareTo(Cell other) {
        int order = byName(priority, other.priority);
        order = order != 0 ? order : Integer.compare(partnerRank(), other.partnerRank());
        order = order != 0 ? order : byName(partner, other.partner);
        order = order != 0 ? order : Integer.compare(period, other.period);
        order = order != 0 ? order : byName(type, other.type);
        order = order != 0 ? order : byName(queue, other.queue);
        order = order != 0 ? order : byName(organisation, other.organisation);
        return order != 0 ? order : byName(category, other.category);
    }

    /** What is not broken down by it comes first. */
    private static int byName(String one, String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }

    private int partnerRank() {
        if (ALL.equals(partner)) {
            return 2;
        }
        return UNATTRIBUTED.equals(partner) ? 1 : 0;
    }
}
