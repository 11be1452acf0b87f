package uk.jointdesk.kpi.breakdown.domain;

/** What a figure can be broken down by. */
public enum Dimension {
    PRIORITY,
    PARTNER,
    PERIOD,
    TYPE,
    QUEUE
}
