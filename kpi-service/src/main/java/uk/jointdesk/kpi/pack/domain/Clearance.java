package uk.jointdesk.kpi.pack.domain;

/** The offices that clear a report before a meeting sees it; never a person's name. */
public enum Clearance {
    LEGAL,
    FINANCE,
    SENIOR_OFFICER,
    LEAD_MEMBER
}
