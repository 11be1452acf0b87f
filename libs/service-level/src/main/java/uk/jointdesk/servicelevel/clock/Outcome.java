package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock's answer in one reading of the agreement.
 *
 * @param state where the ticket stands
 * @param target the service time it may use; empty if no target holds
 * @param consumed the service time it has used
 * @param dueAt the earliest instant at which the target is used up, in the past or, if nothing stops the clock, ahead; of
 *     a resolved ticket when it would have been; empty while paused
 * @param dueIfResumedNow only while paused: {@code dueAt} if the pause ended at the instant of judgement
 * @param breachedAt the instant from which more than the target is used; it is the next opening if the target runs out at
 *     closing, and does not move while the target stands
 */
public record Outcome(
        SlaState state,
        Optional<Duration> target,
        Duration consumed,
        Optional<Instant> dueAt,
        Optional<Instant> dueIfResumedNow,
        Optional<Instant> breachedAt) {

    static Outcome without(SlaState state) {
        return without(state, Duration.ZERO);
    }

    /** No target holds, but the service time used is known. */
    static Outcome without(SlaState state, Duration consumed) {
        return new Outcome(state, Optional.empty(), consumed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same clock of a ticket that was cancelled or merged: what it used is known, nothing is due or breached. */
    Outcome withdrawn() {
        return new Outcome(SlaState.CANCELLED, target, consumed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Target less consumed; negative after a breach; empty if no target holds. */
    public Optional<Duration> remaining() {
        return target.map(allowed -> allowed.minus(consumed));
    }
}
