package uk.jointdesk.incident.escalation.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A threshold that was announced. It is a fact and stays one, whatever becomes of the ticket.
 *
 * @param generation which clock of the ticket and metric it was, counting those that announced something
 * @param announcedAt when it was taken up
 * @param deliverAfter when the earliest recipient may be told; null when it was too late to tell anybody
 * @param acknowledgement null until somebody has taken notice
 */
public record Escalation(
        UUID id,
        Due reached,
        int generation,
        Instant announcedAt,
        Instant deliverAfter,
        Acknowledgement acknowledgement) {

    /** Somebody has taken notice of it, and says what is done about it. */
    public record Acknowledgement(Instant at, String by, String reason) {}
}
