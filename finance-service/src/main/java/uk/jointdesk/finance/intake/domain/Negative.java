package uk.jointdesk.finance.intake.domain;

/** How an extract writes an amount below zero. */
public enum Negative {
    /** {@code -12.50} */
    MINUS,
    /** {@code 12.50-}, as SAP does. */
    TRAILING_MINUS,
    /** {@code (12.50)}, as accountants do. */
    BRACKETS
}
