package uk.jointdesk.kpi.result.domain;

/** A result as it stands after mitigation. */
public enum Standing {
    GREEN,
    AMBER,
    RED,
    /** Short of its target, and relieved of the consequences. */
    RELIEVED,
    NO_DATA
}
