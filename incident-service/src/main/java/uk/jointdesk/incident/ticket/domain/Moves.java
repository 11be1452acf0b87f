package uk.jointdesk.incident.ticket.domain;

import static uk.jointdesk.servicelevel.life.TicketStatus.ASSIGNED;
import static uk.jointdesk.servicelevel.life.TicketStatus.CANCELLED;
import static uk.jointdesk.servicelevel.life.TicketStatus.CLOSED;
import static uk.jointdesk.servicelevel.life.TicketStatus.IN_PROGRESS;
import static uk.jointdesk.servicelevel.life.TicketStatus.MERGED;
import static uk.jointdesk.servicelevel.life.TicketStatus.NEW;
import static uk.jointdesk.servicelevel.life.TicketStatus.ON_HOLD;
import static uk.jointdesk.servicelevel.life.TicketStatus.RESOLVED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * The moves that a person may make with a ticket, and the event each one is. Desks that send events are not held to
 * this: what they say has happened already.
 *
 * <p>A cancelled or merged ticket is at its end, and so is a closed one: what comes back after closure is a new ticket.
 */
public enum Moves {
    ASSIGN(ASSIGNED, EventKind.ASSIGNED, NEW, ASSIGNED),
    START(IN_PROGRESS, EventKind.STARTED, NEW, ASSIGNED),
    HOLD(ON_HOLD, EventKind.ON_HOLD, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
    RESUME(IN_PROGRESS, EventKind.STARTED, ON_HOLD),
    RESOLVE(RESOLVED, EventKind.RESOLVED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
    REOPEN(IN_PROGRESS, EventKind.REOPENED, RESOLVED),
    CLOSE(CLOSED, EventKind.CLOSED, RESOLVED),
    CANCEL(CANCELLED, EventKind.CANCELLED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
    MERGE(MERGED, EventKind.MERGED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD);

    private final TicketStatus to;
    private final EventKind event;
    private final Set<TicketStatus> from;

    Moves(TicketStatus to, EventKind event, TicketStatus... from) {
        this.to = to;
        this.event = event;
        this.from = EnumSet.copyOf(Arrays.asList(from));
    }

    public EventKind event() {
        return event;
    }

    /** The move that leads from one status to another, if there is one. */
    public static Optional<Moves> between(TicketStatus from, TicketStatus to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to && move.from.contains(from))
                .findFirst();
    }
}
