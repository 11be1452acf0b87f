package uk.jointdesk.finance.forecast.domain;

/** How the outturn of a line is worked out from some of its periods. */
public enum ForecastMethod {
    /** What was spent, and what the budget has for the periods that are left. */
    ACTUAL_PLUS_REMAINING_BUDGET,
    /** What was spent, and the mean of the periods looked at for each that is left. */
    RUN_RATE,
    /** What was spent, and the rest of the year in the proportion in which a monthly profile says it falls. */
    PROFILE,
    /** What somebody expects, with the reason. */
    MANUAL
}
