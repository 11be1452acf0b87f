package uk.jointdesk.kpi.pack.domain;

/** What a meeting is asked to do with a part of a pack. */
public enum Ask {
    NOTE,
    REVIEW,
    COMMENT,
    /** To say whether it is assured. */
    ASSURANCE
}
