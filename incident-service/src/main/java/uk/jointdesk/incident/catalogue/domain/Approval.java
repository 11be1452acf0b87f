package uk.jointdesk.incident.catalogue.domain;

import java.time.Instant;

/**
 * The approval a request needs.
 *
 * @param role who may give it
 * @param decidedBy the client that decided, or null while it is PENDING
 */
public record Approval(String role, Decision decision, Instant decidedAt, String decidedBy, String reason) {

    /** What was decided. */
    public enum Decision {
        PENDING,
        APPROVED,
        REJECTED
    }

    public boolean pending() {
        return decision == Decision.PENDING;
    }
}
