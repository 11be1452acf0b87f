package uk.jointdesk.incident.majorincident.store;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.incident.majorincident.domain.LinkedTicket;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.store.MoveGuard;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * Resolves the tickets of a major incident with it, each by a fact of its own. What a person could not resolve by hand,
 * such as a request that waits for its approval, stays as it is.
 */
@ApplicationScoped
public class Children {

    private final Tickets tickets;
    private final List<MoveGuard> guards;

    public Children(Tickets tickets, @All List<MoveGuard> guards) {
        this.tickets = tickets;
        this.guards = guards;
    }

    /** Resolves what can be resolved; a ticket that is over stays as it is. Always in one order, against deadlock. */
    void resolve(List<LinkedTicket> linked, Instant at) {
        linked.stream()
                .map(LinkedTicket::reference)
                .sorted()
                .forEach(reference -> tickets.change(
                        reference, null, seen -> isAllowed(reference) ? resolved(seen, at) : Optional.empty()));
    }

    private boolean isAllowed(String reference) {
        return guards.stream().allMatch(guard -> guard.objection(reference, TicketStatus.RESOLVED)
                .isEmpty());
    }

    private static Optional<Fact> resolved(Seen seen, Instant at) {
        Instant last = seen.history().end();
        return Moves.between(seen.ticket().status(), TicketStatus.RESOLVED)
                .map(move -> Fact.here(
                        seen.ticket().identity(),
                        seen.history().nextSequence(),
                        move.event(),
                        last.isAfter(at) ? last : at,
                        Said.NOTHING,
                        Detail.NOTHING,
                        null,
                        null));
    }
}
