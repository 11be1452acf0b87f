package uk.jointdesk.kpi.compliance.domain;

/** What became of a ticket, as far as its facts are known. */
public enum Outcome {
    /** Not resolved, or opened again. */
    OPEN,
    MET,
    BREACHED,
    NO_TARGET,
    CANCELLED,
    MERGED;

    public boolean isResolved() {
        return this == MET || this == BREACHED || this == NO_TARGET;
    }
}
