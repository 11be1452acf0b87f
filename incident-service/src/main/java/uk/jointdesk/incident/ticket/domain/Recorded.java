package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact as it was written down.
 *
 * @param id its public name
 * @param recordedAt when we learned of it
 * @param recordedBy the client that told us
 * @param bulkClosure the bulk closure that wrote it, or null
 */
public record Recorded(Fact fact, String id, Instant recordedAt, String recordedBy, UUID bulkClosure) {}
