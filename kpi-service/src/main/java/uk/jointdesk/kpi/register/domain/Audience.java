package uk.jointdesk.kpi.register.domain;

/** Who may read a measure. Later ones are stricter. */
public enum Audience {
    PUBLIC,
    /** Officers of the boards and those who work for all partners. */
    BOARD,
    /** Exempt from publication, as under Schedule 12A of the Local Government Act 1972. */
    EXEMPT
}
