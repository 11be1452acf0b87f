package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.ReopenReading;

/**
 * What the clock says about a ticket at an instant, and why.
 *
 * @param outcome the answer in the reading that the agreement chose
 * @param grounds the rules it rests on; empty if no target holds
 * @param noTarget why no target holds; empty if one does
 * @param explanation how the outcome comes about; empty parts if no target holds
 */
public record Verdict(
        Outcome outcome, Optional<Grounds> grounds, Optional<NoTarget> noTarget, Explanation explanation) {

    static Verdict without(NoTarget reason, SlaState state) {
        return new Verdict(Outcome.without(state), Optional.empty(), Optional.of(reason), Explanation.NONE);
    }

    public SlaState state() {
        return outcome.state();
    }

    public Duration consumed() {
        return outcome.consumed();
    }

    /** Target less consumed; negative after a breach. */
    public Optional<Duration> remaining() {
        return outcome.remaining();
    }

    /** Whole minutes of the target, cut off. */
    public OptionalLong targetMinutes() {
        return minutes(outcome.target());
    }

    /** Whole minutes used, cut off: for print, never for the judgement. */
    public long consumedMinutes() {
        return outcome.consumed().toMinutes();
    }

    /** Whole minutes left, rounded down: for print, never for the judgement. */
    public OptionalLong remainingMinutes() {
        return minutes(outcome.remaining());
    }

    public Optional<Instant> dueAt() {
        return outcome.dueAt();
    }

    public Optional<Instant> dueIfResumedNow() {
        return outcome.dueIfResumedNow();
    }

    public Optional<Instant> breachedAt() {
        return outcome.breachedAt();
    }

    public List<Segment> segments() {
        return explanation.segments();
    }

    public Map<ChangePolicy, Outcome> byPolicy() {
        return explanation.byPolicy();
    }

    public Map<ReopenReading, Outcome> byReopen() {
        return explanation.byReopen();
    }

    public List<FormerBreach> formerBreaches() {
        return explanation.formerBreaches();
    }

    public List<EscalationPoint> escalations() {
        return explanation.escalations();
    }

    public boolean whollyOutOfHours() {
        return explanation.whollyOutOfHours();
    }

    private static OptionalLong minutes(Optional<Duration> span) {
        return span.map(length -> OptionalLong.of(Math.floorDiv(length.toMillis(), 60_000L)))
                .orElseGet(OptionalLong::empty);
    }
}
