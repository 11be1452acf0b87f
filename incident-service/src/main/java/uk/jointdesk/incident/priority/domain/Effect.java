package uk.jointdesk.incident.priority.domain;

/** What became of the service. */
public enum Effect {
    /** It is not there. */
    LOST,
    /** It is there and virtually unusable. */
    DEGRADED,
    /** A part of it is missing; it can still be used. */
    PARTIAL;

    public boolean unusable() {
        return this != PARTIAL;
    }
}
