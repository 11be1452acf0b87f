package uk.jointdesk.incident.majorincident.domain;

/** Whom a message or an action of a major incident is for. */
public enum Audience {
    /** Everybody who uses the service. */
    USERS,
    /** The client teams of the councils affected. */
    COUNCILS,
    /** Directors and board members; how they are spoken to is not their staff's to read. */
    LEADERSHIP,
    /** Those who work on it; their talk is not the councils' to read. */
    RESOLVERS;

    /** Whether a council's client reads it. */
    public boolean isForCouncils() {
        return this == USERS || this == COUNCILS;
    }
}
