package uk.jointdesk.incident.intake.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A body of events that was sent, and how far it has been taken in.
 *
 * @param bytes of the body as it was sent
 * @param failureCode why it could not be read to its end, null unless FAILED
 */
public record ImportJob(
        UUID id,
        String source,
        String format,
        String client,
        String status,
        long bytes,
        Instant receivedAt,
        Instant finishedAt,
        Counts counts,
        String failureCode,
        String failureDetail) {

    /** Of the rows read, each was accepted, known already, or rejected. */
    public record Counts(
            long rowsRead, long accepted, long duplicates, long rejected, long ticketsCreated, long ticketsUpdated) {}
}
