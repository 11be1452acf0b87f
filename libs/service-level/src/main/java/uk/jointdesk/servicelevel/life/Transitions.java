package uk.jointdesk.servicelevel.life;

import uk.jointdesk.servicelevel.event.TicketEvent;

/**
 * The status that follows from an event. No order of events is an error: an event that makes no sense where the ticket
 * stands changes nothing (a second RESOLVED, a RESUMED without a hold).
 *
 * <p>A snapshot shows the whole ticket, so a snapshot of an active ticket after a resolution is a reopening, except a
 * snapshot in the state "new": desks write that on rows which only touch other columns.
 */
final class Transitions {

    private Transitions() {}

    /**
     * @param now where the ticket stands
     * @param beforeHold where it stood before the hold, if it is on hold
     */
    static TicketStatus after(TicketStatus now, TicketStatus beforeHold, TicketEvent event) {
        boolean active = !now.isOver();
        boolean shown = event.snapshot();
        return switch (event.kind()) {
            case LOGGED -> shown && active ? TicketStatus.NEW : now;
            case ASSIGNED -> shown || now == TicketStatus.NEW ? TicketStatus.ASSIGNED : now;
            case STARTED -> shown || active ? TicketStatus.IN_PROGRESS : now;
            case ON_HOLD -> shown || active ? TicketStatus.ON_HOLD : now;
            case RESUMED -> shown ? TicketStatus.IN_PROGRESS : now == TicketStatus.ON_HOLD ? beforeHold : now;
            case RESOLVED -> active ? TicketStatus.RESOLVED : now;
            case REOPENED -> active ? now : TicketStatus.IN_PROGRESS;
            case CLOSED -> now.isWithdrawn() ? now : TicketStatus.CLOSED;
            case CANCELLED -> TicketStatus.CANCELLED;
            case MERGED -> TicketStatus.MERGED;
            case PRIORITY_CHANGED, PARTNER_CHANGED, CATEGORISED, RATED, CORRECTED, RESPONDED -> now;
        };
    }
}
