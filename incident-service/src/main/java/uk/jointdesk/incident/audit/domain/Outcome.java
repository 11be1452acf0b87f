package uk.jointdesk.incident.audit.domain;

/** What became of a write. */
public enum Outcome {
    /** It is in the database; this was written down in the same transaction, or just after it. */
    DONE,
    /** It was refused for a reason of the caller's. */
    REFUSED,
    /** It failed on our side. */
    FAILED
}
