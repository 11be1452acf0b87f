package uk.jointdesk.kpi.register.domain;

/** Where a figure comes from. */
public enum Source {
    /** Counted from tickets by a declared formula. */
    TICKETS,
    /** Handed in with numerator, denominator and evidence. */
    MEASURED
}
