package uk.jointdesk.servicelevel.life;

/** Where a ticket stands. */
public enum TicketStatus {
    NEW,
    ASSIGNED,
    IN_PROGRESS,
    ON_HOLD,
    RESOLVED,
    CLOSED,
    CANCELLED,
    MERGED;

    /** Whether work on the ticket is over, for whatever reason. */
    public boolean isOver() {
        return isResolved() || isWithdrawn();
    }

    /** Whether the ticket was resolved; a closed ticket was. */
    public boolean isResolved() {
        return this == RESOLVED || this == CLOSED;
    }

    /** Whether the ticket left without a resolution: cancelled, or merged into another one. */
    public boolean isWithdrawn() {
        return this == CANCELLED || this == MERGED;
    }
}
