package uk.jointdesk.servicelevel.agreement;

/** What a clock measures of a ticket. Every ticket has both clocks; an agreement need not have a target for both. */
public enum Metric {
    /** Until the service has answered for the first time; see {@link uk.jointdesk.servicelevel.life.FirstResponse}. */
    RESPONSE,
    /** Until the ticket is resolved. */
    RESOLUTION
}
