package uk.jointdesk.finance.bill.domain;

/** What a line of a bill is for. */
public enum LineKind {
    /** A share of a cost pool. */
    POOL,
    /** Charged to the partner alone. */
    DIRECT,
    /** Less income and grants. */
    INCOME,
    /** Less service credits. */
    CREDIT,
    /** Assets, liabilities and commitments of a partner that leaves; no contribution to a year's cost. */
    SETTLEMENT
}
