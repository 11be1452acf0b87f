package uk.jointdesk.incident.majorincident.domain;

/** What a line of a major incident's timeline tells. */
public enum EntryKind {
    DECLARED,
    STATUS_CHANGED,
    CHANGED,
    TICKET_LINKED,
    TICKET_UNLINKED,
    COMMUNICATION,
    ACTION_ADDED,
    ACTION_DONE
}
