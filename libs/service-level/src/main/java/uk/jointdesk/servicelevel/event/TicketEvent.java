package uk.jointdesk.servicelevel.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;

/**
 * One fact about a ticket, as its desk tells it. Facts are never edited; a CORRECTED event takes one back.
 *
 * <p>Any event may carry attributes; those present take effect at its instant.
 *
 * @param kind what happened
 * @param at when it happened, cut to the millisecond
 * @param sequence the sender's order among events of one instant; 0 if the sender has none
 * @param snapshot the sender shows the whole ticket as it stands (a row of an audit log), rather than one change
 * @param type such as INCIDENT; null if not said, as for the attributes that follow
 * @param priority such as P1
 * @param partner code of the partner the ticket belongs to
 * @param queue the team that holds it
 * @param category what it is about
 * @param catalogueItem what was asked for
 * @param holdReason of ON_HOLD: why; see {@link uk.jointdesk.servicelevel.agreement.HoldReason}
 * @param into of MERGED: the ticket that goes on
 * @param supersedes of CORRECTED: the id of the event that does not hold
 * @param id the name by which a correction can refer to this event; null if nothing ever will
 */
public record TicketEvent(
        EventKind kind,
        Instant at,
        long sequence,
        boolean snapshot,
        String type,
        String priority,
        String partner,
        String queue,
        String category,
        String catalogueItem,
        String holdReason,
        String into,
        String supersedes,
        String id) {

    /** By instant, then the sender's sequence, then the order of a life; the rest makes the order total. */
    public static final Comparator<TicketEvent> IN_ORDER = Comparator.comparing(TicketEvent::at)
            .thenComparingLong(TicketEvent::sequence)
            .thenComparing(TicketEvent::kind)
            .thenComparing(TicketEvent::byWhatIsTold);

    public TicketEvent {
        Objects.requireNonNull(kind, "kind");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Begins an event step by step. */
    public static EventDraft of(EventKind kind, Instant at) {
        return new EventDraft(kind, at);
    }

    public Attributes attributes() {
        return new Attributes(type, priority, partner, queue, category, catalogueItem);
    }

    /** Whether this event tells that the ticket exists. */
    public boolean logs() {
        return kind == EventKind.LOGGED || snapshot;
    }

    /** Whether this event tells just what another one tells; ids make no difference. */
    public boolean tellsTheSameAs(TicketEvent other) {
        return kind == other.kind
                && at.equals(other.at)
                && sequence == other.sequence
                && snapshot == other.snapshot
                && attributes().equals(other.attributes())
                && Objects.equals(holdReason, other.holdReason)
                && Objects.equals(into, other.into)
                && Objects.equals(supersedes, other.supersedes);
    }

    private static int byWhatIsTold(TicketEvent one, TicketEvent other) {
        return one.tellsTheSameAs(other) ? 0 : one.sameness().compareTo(other.sameness());
    }

    /** All that is told, without the id: two events that tell the same are one event. */
    public String sameness() {
        return String.join(
                "\u001f",
                kind.name(),
                at.toString(),
                Long.toString(sequence),
                Boolean.toString(snapshot),
                String.valueOf(type),
                String.valueOf(priority),
                String.valueOf(partner),
                String.valueOf(queue),
                String.valueOf(category),
                String.valueOf(catalogueItem),
                String.valueOf(holdReason),
                String.valueOf(into),
                String.valueOf(supersedes));
    }
}
