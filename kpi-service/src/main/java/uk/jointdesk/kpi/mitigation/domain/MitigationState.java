package uk.jointdesk.kpi.mitigation.domain;

/** Where a mitigation stands. */
public enum MitigationState {
    REQUESTED,
    AGREED,
    REJECTED,
    /** Its last day is over. What was agreed stays agreed for the months it names; a request can no longer be decided. */
    EXPIRED,
    WITHDRAWN
}
