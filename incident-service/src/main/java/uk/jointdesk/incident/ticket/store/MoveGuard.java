package uk.jointdesk.incident.ticket.store;

import uk.jointdesk.servicelevel.life.TicketStatus;

/** Says what speaks against a move by hand. It is asked in the transaction of the move, with the ticket locked. */
public interface MoveGuard {

    void check(String reference, TicketStatus to);
}
