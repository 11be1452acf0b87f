package uk.jointdesk.servicelevel.agreement;

/** What a reopened ticket is measured by. */
public enum ReopenReading {
    /** The clock goes on where it stopped; time spent resolved is not counted. */
    RESUME,
    /** The clock begins anew at the last reopening. */
    RESET,
    /** The first resolution is judged and nothing after it. */
    FIRST
}
