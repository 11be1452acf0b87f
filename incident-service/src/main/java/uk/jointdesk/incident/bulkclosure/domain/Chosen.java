package uk.jointdesk.incident.bulkclosure.domain;

import java.time.Instant;
import uk.jointdesk.incident.ticket.domain.Ticket;

/**
 * A ticket chosen for a bulk closure, as it stood then.
 *
 * @param cause why it will not be closed, or null
 */
public record Chosen(
        String reference, String partner, String priority, Age age, Long version, String status, Cause cause) {

    public static Chosen of(Ticket ticket, Instant asAt) {
        return new Chosen(
                ticket.identity().reference(),
                ticket.partner(),
                ticket.said().priority(),
                Age.of(ticket.orderedAt(), asAt),
                ticket.version(),
                ticket.status().name(),
                Closing.obstacle(ticket).orElse(null));
    }

    public static Chosen unknown(String reference) {
        return new Chosen(reference, null, null, null, null, null, Cause.NOT_FOUND);
    }
}
