package uk.jointdesk.finance.apportionment.domain;

/** Who gets the pennies that do not divide; named on every result. */
public enum RemainderRule {
    /** One each to the largest remainders; equal remainders go to the lowest partner code. */
    LARGEST_REMAINDER
}
