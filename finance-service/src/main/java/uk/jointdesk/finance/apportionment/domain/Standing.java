package uk.jointdesk.finance.apportionment.domain;

import java.time.Instant;

/**
 * Where a version stands between finance, which proposes it, and the board, which decides.
 *
 * @param decision null while there is none
 */
public record Standing(String proposedBy, Instant proposedAt, Decision decision) {

    public enum Outcome {
        APPROVED,
        REJECTED
    }

    public record Decision(Outcome outcome, String reason, Instant at, String by) {}

    /** Only an approved version is in force. */
    public boolean isApproved() {
        return decision != null && decision.outcome == Outcome.APPROVED;
    }

    public boolean isRejected() {
        return decision != null && decision.outcome == Outcome.REJECTED;
    }

    /** PROPOSED, APPROVED or REJECTED. */
    public String state() {
        return decision == null ? "PROPOSED" : decision.outcome.name();
    }
}
