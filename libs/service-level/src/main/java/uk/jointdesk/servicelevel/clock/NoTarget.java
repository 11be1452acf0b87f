package uk.jointdesk.servicelevel.clock;

/** Why a ticket has no target. */
public enum NoTarget {
    /** Nobody has logged the ticket yet, or not yet at the instant of judgement. */
    NOT_LOGGED,
    /** No agreement in force when the ticket was logged covers its partner, type and queue. */
    NOT_COVERED,
    /** An agreement covers the ticket, but no line of its target table matches. */
    NO_MATCHING_TARGET
}
