package uk.jointdesk.kpi.breakdown.domain;

/** What a figure can be broken down by. */
public enum Dimension {
    PRIORITY,
    PARTNER,
    PERIOD,
    TYPE,
    QUEUE,
    /** Whose queue it is: the shared service's or a partner's own. */
    ORGANISATION,
    CATEGORY
}
