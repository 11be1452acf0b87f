package uk.jointdesk.servicelevel.event;

/**
 * What a desk can tell about a ticket. The order is that of a ticket's life; it decides between events of one instant
 * and one sequence number.
 */
public enum EventKind {
    LOGGED,
    ASSIGNED,
    STARTED,
    ON_HOLD,
    RESUMED,
    PRIORITY_CHANGED,
    PARTNER_CHANGED,
    CATEGORISED,
    RESOLVED,
    REOPENED,
    CLOSED,
    CANCELLED,
    MERGED,
    RATED,
    /** Takes back the event it names; see {@link TicketEvent#supersedes()}. */
    CORRECTED,
    /**
     * The service has answered its user; see {@link uk.jointdesk.servicelevel.life.FirstResponse}. It moves no status, so
     * that its place in the order decides nothing between a response and what else happens at that instant.
     */
    RESPONDED
}
