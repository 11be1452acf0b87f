package uk.jointdesk.incident.knowledge.domain;

/** For whom an article is. */
public enum Audience {
    /** Every partner. */
    PUBLIC,
    /** The partners it lists. */
    PARTNERS,
    /** Nobody but the desk. */
    DESK
}
