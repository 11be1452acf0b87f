package uk.jointdesk.incident.erasure.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.audit.domain.AuditEntry;
import uk.jointdesk.incident.audit.domain.Outcome;

/**
 * That requesters' names were taken away. It never says whose.
 *
 * @param by the client that asked for it, or the service itself
 * @param tickets in how many tickets names stood
 * @param events in how many events
 */
public record Erasure(UUID id, Instant at, Cause cause, String by, long tickets, long events) {

    /** Why names were taken away. */
    public enum Cause {
        /** Somebody asked for it. */
        REQUEST,
        /** They had been kept long enough. */
        RETENTION
    }

    /** Its entry in the audit trail, of one that no request has asked for. */
    public AuditEntry audited() {
        return new AuditEntry(
                UUID.randomUUID(),
                at,
                Outcome.DONE,
                "JOB",
                "erasure/retention",
                id.toString(),
                null,
                null,
                by,
                by,
                List.of(),
                null,
                List.of(),
                false);
    }
}
