package uk.jointdesk.incident.escalation.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A threshold that a running clock reaches.
 *
 * @param metric RESPONSE or RESOLUTION
 * @param threshold such as {@code 75%} or {@code 120m-before-due}
 * @param clock which clock of the ticket it is; see {@link uk.jointdesk.servicelevel.clock.RunningClock}
 * @param partner who holds the ticket; null for nobody
 * @param dueAt when the threshold is reached
 * @param late learned so long afterwards that nobody is told any more
 */
public record Due(
        String ticket,
        String metric,
        String threshold,
        String clock,
        String partner,
        String priority,
        Instant dueAt,
        boolean late) {

    /** What the announcement is called, whoever makes it and however often it is tried: it follows from what it tells. */
    public UUID announcementId() {
        String key = String.join("\u001f", ticket, metric, threshold, clock);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
