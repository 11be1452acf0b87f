package uk.jointdesk.finance.contribution.domain;

/** What a contribution is worked out from: billed on estimate, trued up on outturn. */
public enum Basis {
    /** The year's budget, accruing by day. */
    BUDGET,
    /** What has been posted up to a period. */
    ACTUAL
}
