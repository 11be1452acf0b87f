package uk.jointdesk.kpi.satisfaction.domain;

/** What a user can have said of a ticket, or not have said when asked. */
public enum Said {
    /** A rating of 4 or 5. */
    POSITIVE,
    /** A rating of 3. */
    NEUTRAL,
    /** A rating of 1 or 2. */
    NEGATIVE,
    /** Would recommend the service with 9 or 10 of 10. */
    PROMOTER,
    /** With 7 or 8. */
    PASSIVE,
    /** With up to 6. */
    DETRACTOR,
    /** Answered a survey: the problem is gone. */
    SATISFIED,
    UNSATISFIED,
    /** Answered a survey: it was soon enough. */
    TIMELY,
    UNTIMELY,
    /** Was asked and answered, whenever. */
    RESPONDED,
    /** Was asked and has said nothing. */
    SILENT
}
