package uk.jointdesk.incident.majorincident.domain;

/** What kind of thing brought a service down. */
public enum CauseClass {
    SUPPLIER,
    EXTERNAL_ATTACK,
    CHANGE,
    CAPACITY,
    SECURITY,
    OTHER
}
