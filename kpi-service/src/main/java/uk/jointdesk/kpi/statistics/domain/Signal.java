package uk.jointdesk.kpi.statistics.domain;

/** What an XmR chart takes for more than the usual variation. */
public enum Signal {
    BEYOND_LIMITS("A point outside the limits (Wheeler, rule one)."),
    RUN_OF_EIGHT("Eight or more points in a row on one side of the mean; a point on the mean ends the row (Wheeler)."),
    THREE_OF_FOUR_NEAR_A_LIMIT("Three of four points in a row nearer to the same limit than to the mean (Wheeler)."),
    SIX_IN_ONE_DIRECTION("Six or more points in a row, each above, or each below, the one before (NHS England).");

    private final String rule;

    Signal(String rule) {
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
