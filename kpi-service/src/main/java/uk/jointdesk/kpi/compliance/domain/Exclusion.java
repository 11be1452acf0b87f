package uk.jointdesk.kpi.compliance.domain;

/** Why a ticket is outside the measured ones. It is counted and named, never silently left out. */
public enum Exclusion {
    /** No agreement covers the ticket: its partner, type, priority, queue or catalogue item. */
    NO_TARGET,
    CANCELLED,
    MERGED
}
