package uk.jointdesk.finance.bill.domain;

/** Why partners are billed. */
public enum RunKind {
    /** The year's budget, before it is spent. */
    ESTIMATE,
    /** What was spent, less what was billed before. */
    TRUE_UP,
    /** Money given back in the ratio in force on a day. */
    REFUND,
    /** What a leaving partner owes or is owed beside its contributions. */
    EXIT
}
