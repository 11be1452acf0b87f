package uk.jointdesk.incident.link.domain;

/** What two tickets are to each other, written down in one direction and read in both. */
public enum LinkKind {
    DUPLICATE_OF,
    CHILD_OF,
    CAUSED_BY,
    SPLIT_FROM
}
