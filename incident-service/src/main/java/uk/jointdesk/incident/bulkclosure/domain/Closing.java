package uk.jointdesk.incident.bulkclosure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * How a ticket is closed in bulk: by the moves a person may make. A resolved ticket is CLOSED; an open one is RESOLVED
 * and CLOSED at the same instant, so that it counts, flagged, in the month in which it was given up.
 */
public final class Closing {

    private Closing() {}

    /** What stands in the way of closing it, whatever its version. */
    static Optional<Cause> obstacle(Ticket ticket) {
        if (path(ticket.status()).isEmpty()) {
            return Optional.of(Cause.ALREADY_OVER);
        }
        return ticket.loggedAt() == null ? Optional.of(Cause.NOT_LOGGED) : Optional.empty();
    }

    /** @param chosenVersion the version that was chosen; a ticket that has changed since is left */
    public static Decision of(Ticket ticket, History history, long chosenVersion, Instant now) {
        if (ticket.version() != chosenVersion) {
            return Decision.leave(Cause.CHANGED);
        }
        return obstacle(ticket).map(Decision::leave).orElseGet(() -> closed(ticket, history, now));
    }

    private static Decision closed(Ticket ticket, History history, Instant now) {
        Instant at = history.end().isAfter(now) ? history.end() : now;
        long sequence = history.nextSequence();
        List<Fact> facts = new ArrayList<>();
        for (Moves move : path(ticket.status())) {
            facts.add(fact(ticket, sequence++, move.event(), at));
        }
        return Decision.add(facts);
    }

    private static Fact fact(Ticket ticket, long sequence, EventKind kind, Instant at) {
        return Fact.here(ticket.identity(), sequence, kind, at, Said.NOTHING, Detail.NOTHING, null, null);
    }

    private static List<Moves> path(TicketStatus from) {
        Optional<Moves> straight = Moves.between(from, TicketStatus.CLOSED);
        if (straight.isPresent()) {
            return List.of(straight.get());
        }
        return Moves.between(from, TicketStatus.RESOLVED)
                .map(first -> List.of(first, Moves.CLOSE))
                .orElse(List.of());
    }
}
