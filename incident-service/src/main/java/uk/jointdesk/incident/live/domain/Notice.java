package uk.jointdesk.incident.live.domain;

import java.time.Instant;

/**
 * What a reader of the stream is told.
 *
 * @param partner whose ticket it is; to a former holder, itself
 * @param event what happened, such as RESOLVED
 * @param status where the ticket stands now; null for a former holder, as are priority and version
 * @param at when it happened, by its sender
 */
public record Notice(
        String reference, String partner, String event, String status, String priority, Instant at, Long version) {}
