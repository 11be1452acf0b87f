package uk.jointdesk.kpi.categories.domain;

/** Which tickets of the period are sorted into categories. */
public enum Counted {
    /** Logged in the period, for the partner that held them then: demand. */
    LOGGED,
    /** Resolved for the last time in the period: work done. */
    RESOLVED
}
