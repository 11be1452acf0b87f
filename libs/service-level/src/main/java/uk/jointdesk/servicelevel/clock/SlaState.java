package uk.jointdesk.servicelevel.clock;

/** Where a ticket stands against its target. */
public enum SlaState {
    /** Open, within target, and the clock runs (or waits for the service to open). */
    RUNNING,
    /** Open, within target, and on hold for a reason that stops the clock. */
    PAUSED,
    /** Resolved with no more service time used than the target allows. */
    MET,
    /** More service time is used than the target allows, whether the ticket is open, on hold or resolved. */
    BREACHED,
    /** No target holds for the ticket; it counts in volumes and in no compliance figure. */
    NO_TARGET,
    /** Cancelled or merged: there is nothing left to judge. */
    CANCELLED
}
