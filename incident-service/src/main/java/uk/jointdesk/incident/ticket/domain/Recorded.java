package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;

/**
 * A fact as it was written down.
 *
 * @param id its public name
 * @param recordedAt when we learned of it
 * @param recordedBy the client that told us
 */
public record Recorded(Fact fact, String id, Instant recordedAt, String recordedBy) {}
