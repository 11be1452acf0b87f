package uk.jointdesk.incident.ticket.store;

import java.util.Optional;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** Says what speaks against a move by hand. It is asked in the transaction of the move, with the ticket locked. */
public interface MoveGuard {

    /** What is to be said against it; empty when nothing is. */
    Optional<Refusal> objection(String reference, TicketStatus to);

    default void check(String reference, TicketStatus to) {
        objection(reference, to).ifPresent(objection -> {
            throw objection;
        });
    }
}
