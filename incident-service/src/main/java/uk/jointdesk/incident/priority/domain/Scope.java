package uk.jointdesk.incident.priority.domain;

/** Who is affected, as the severity definitions of the Inter Authority Agreement (board pack, February 2019) say it. */
public enum Scope {
    WHOLE_COUNCIL,
    DEPARTMENT,
    SITE,
    MANY_USERS,
    SMALL_SITE,
    FEW_USERS,
    SINGLE_USER;

    /** Whether an outage of this extent is a P1 whatever the service. */
    public boolean wide() {
        return compareTo(MANY_USERS) <= 0;
    }
}
