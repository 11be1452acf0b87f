package uk.jointdesk.kpi.register.domain;

/** The ratings of a contract performance notice under the Procurement Act 2023. */
public enum Rating {
    GOOD,
    APPROACHING_TARGET,
    REQUIRES_IMPROVEMENT,
    INADEQUATE,
    /** Nothing was measured, or no level is agreed. */
    OTHER
}
