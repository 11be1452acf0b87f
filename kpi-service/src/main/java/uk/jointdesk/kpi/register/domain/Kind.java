package uk.jointdesk.kpi.register.domain;

/** A KPI counts in the summary and carries points; a performance indicator (PI) is measured and does neither. */
public enum Kind {
    KPI,
    PI
}
