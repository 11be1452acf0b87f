package uk.jointdesk.kpi.published.domain;

/** What a published figure claims to count. */
public enum PublishedMeasure {
    /** Tickets logged. */
    VOLUME,
    /** Tickets resolved. */
    RESOLVED,
    /** Per cent of tickets within target. */
    COMPLIANCE,
    /** Tickets a month on average. */
    MONTHLY_AVERAGE,
    /** KPIs that reached a level. */
    KPI_COUNT
}
