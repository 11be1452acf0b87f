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
 * Only a correction leads out of an end, by taking back the event that led there.
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
    MERGE(MERGED, EventKind.MERGED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
    /** Says what it is about and who works on it; naming the assignee makes it the move ASSIGN as well. */
    TRIAGE(null, EventKind.CATEGORISED, NEW),
    TRANSFER(null, EventKind.PARTNER_CHANGED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
    SPLIT(null, EventKind.CATEGORISED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD),
    /** Takes an earlier event back; the ticket then stands where its other events leave it. */
    CORRECT(null, EventKind.CORRECTED, NEW, ASSIGNED, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED, MERGED);

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

    /** Where the move leads; empty when the status stays, or follows from other events. */
    public Optional<TicketStatus> to() {
        return Optional.ofNullable(to);
    }

    public boolean allowedFrom(TicketStatus status) {
        return from.contains(status);
    }

    /** The move that leads from one status to another, if there is one. */
    public static Optional<Moves> between(TicketStatus from, TicketStatus to) {
        return Arrays.stream(values())
                .filter(move -> move.to == to && move.from.contains(from))
                .findFirst();
    }
}
