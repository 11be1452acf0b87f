package uk.jointdesk.kpi.mitigation.domain;

/** What was decided about a mitigation. */
public enum Outcome {
    AGREED,
    REJECTED,
    /** Taken back: a request by who works with it, an agreed one by the board. */
    WITHDRAWN
}
