package uk.jointdesk.incident.satisfaction.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * The question how one resolution of a ticket went.
 *
 * @param resolution how often the ticket had been reopened when it was resolved this time
 * @param invited whether it was asked, rather than answered unasked
 * @param expiresAt the first instant at which it is no longer answered
 */
public record Survey(
        UUID id, String ticket, int resolution, String partner, boolean invited, Instant invitedAt, Instant expiresAt) {

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
