package uk.jointdesk.kpi.pack.domain;

/** Who may read a part of a pack, the widest audience first. Who may read more may read everything before it. */
public enum Audience {
    PUBLIC,
    /** The Joint Management Board and those who work for it. */
    BOARD,
    /** Exempt from publication (Local Government Act 1972, Schedule 12A). */
    EXEMPT;

    /** Whether a reader of this audience may read a part meant for another. */
    public boolean mayRead(Audience part) {
        return part.compareTo(this) <= 0;
    }

    /** The narrower of the two. */
    public Audience and(Audience other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
