package uk.jointdesk.finance.budget.domain;

/** Whether a sum comes again in later years. */
public enum Recurrence {
    ONE_OFF,
    ONGOING
}
