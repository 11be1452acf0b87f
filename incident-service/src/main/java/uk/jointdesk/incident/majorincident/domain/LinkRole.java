package uk.jointdesk.incident.majorincident.domain;

/** What a ticket is to a major incident: the one that stands for it, or one of those that came of it. */
public enum LinkRole {
    PARENT,
    CHILD
}
