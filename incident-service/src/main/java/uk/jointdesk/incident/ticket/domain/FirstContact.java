package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * What counts as a response: the first public note by an agent of the desk. An automatic acknowledgement is none, nor is
 * an internal note, nor that an agent opened the ticket on a user's behalf; what the council's own people write answers
 * nobody. Who resolves a ticket without a word has responded with the resolution. See
 * docs/decisions/0060-what-counts-as-a-response.md.
 */
public final class FirstContact {

    private FirstContact() {}

    /** Whether a note is contact of the kind that counts. */
    public static boolean isBy(boolean agent, Note note) {
        return agent && !note.internal() && !note.automatic();
    }

    /** Whether a ticket still waits to be answered. */
    public static boolean isDue(Ticket ticket) {
        return ticket.answered().at() == null && !ticket.status().isWithdrawn();
    }

    /** The fact that the service has answered; none when it has done so before. */
    public static Optional<Fact> fact(Ticket ticket, History history, Instant at) {
        return Optional.of(ticket)
                .filter(FirstContact::isDue)
                .map(unanswered -> Fact.here(
                        unanswered.identity(),
                        history.nextSequence(),
                        EventKind.RESPONDED,
                        at,
                        Said.NOTHING,
                        Detail.NOTHING,
                        null,
                        null));
    }
}
