package uk.jointdesk.incident.majorincident.domain;

/** Whom a message of a major incident is for. */
public enum Audience {
    /** Everybody who uses the service. */
    USERS,
    /** The client teams of the councils affected. */
    COUNCILS,
    /** Directors and board members. */
    LEADERSHIP,
    /** Those who work on it; their talk is not the councils' to read. */
    RESOLVERS;

    public boolean isInternal() {
        return this == RESOLVERS;
    }
}
