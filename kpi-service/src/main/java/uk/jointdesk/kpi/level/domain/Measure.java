package uk.jointdesk.kpi.level.domain;

/** The measures with levels of their own, beside compliance. */
public enum Measure {
    /** Of the open tickets those logged more than 30 days earlier. */
    OPEN_OVER_30_DAYS,
    /** Of the surveys sent those answered; below its level the answers may not speak for the others. */
    SURVEY_RESPONSE
}
