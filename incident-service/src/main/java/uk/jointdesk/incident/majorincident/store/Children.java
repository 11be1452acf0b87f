package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.incident.majorincident.domain.LinkedTicket;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** Resolves the tickets of a major incident with it, each by a fact of its own. */
@ApplicationScoped
public class Children {

    private final Tickets tickets;

    public Children(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Resolves what can be resolved; a ticket that is over stays as it is. Always in one order, against deadlock. */
    void resolve(List<LinkedTicket> linked, Instant at) {
        linked.stream()
                .map(LinkedTicket::reference)
                .sorted()
                .forEach(reference -> tickets.change(reference, null, seen -> resolved(seen, at)));
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
