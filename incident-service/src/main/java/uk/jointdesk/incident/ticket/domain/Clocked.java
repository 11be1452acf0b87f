package uk.jointdesk.incident.ticket.domain;

import java.time.Duration;
import java.time.Instant;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.clock.ClockFace;
import uk.jointdesk.servicelevel.clock.Outcome;
import uk.jointdesk.servicelevel.clock.RunningClock;
import uk.jointdesk.servicelevel.clock.SlaClock;
import uk.jointdesk.servicelevel.clock.SlaState;
import uk.jointdesk.servicelevel.life.TicketLife;

/**
 * What lists need of a verdict: enough to tell at any later instant, without folding again, whether the ticket is due or
 * breached.
 *
 * @param targetMinutes null without a target
 * @param dueAt null while nothing is due (paused, over, no target)
 * @param breachesAt of a running clock the first instant at which more than the target is used; later than {@code dueAt}
 *     when that is a closing time
 * @param running where the clock is heading; null while it stands still, and of a ticket that was not folded just now
 */
public record Clocked(
        SlaState state,
        Long targetMinutes,
        Instant dueAt,
        Instant breachedAt,
        Instant breachesAt,
        RunningClock running) {

    private static final Duration ONE_MORE = Duration.ofMillis(1);

    /** A clock as it was written down. */
    public Clocked(SlaState state, Long targetMinutes, Instant dueAt, Instant breachedAt, Instant breachesAt) {
        this(state, targetMinutes, dueAt, breachedAt, breachesAt, null);
    }

    static Clocked read(Metric metric, TicketLife life, ServiceLevelRules rules, Instant asAt) {
        ClockFace face = SlaClock.face(metric, life, rules, asAt);
        Outcome verdict = face.outcome();
        Long target = verdict.target().map(Duration::toMinutes).orElse(null);
        Instant dueAt = verdict.dueAt().orElse(null);
        Instant breachesAt = verdict.state() == SlaState.RUNNING && dueAt != null
                ? rules.calendarOf(life.holder()).plus(dueAt, ONE_MORE)
                : null;
        return new Clocked(
                verdict.state(),
                target,
                dueAt,
                verdict.breachedAt().orElse(null),
                breachesAt,
                face.running().orElse(null));
    }

    /** The clock as it is written down. */
    public Clocked written() {
        return new Clocked(state, targetMinutes, dueAt, breachedAt, breachesAt);
    }

    /** The state at a later instant, nothing having happened since. */
    public SlaState stateAt(Instant now) {
        boolean ranOut = state == SlaState.RUNNING && breachesAt != null && !now.isBefore(breachesAt);
        return ranOut ? SlaState.BREACHED : state;
    }

    /** When the target was used up and more, as known at a later instant, nothing having happened since. */
    public Instant breachedBy(Instant now) {
        return breachedAt == null && stateAt(now) == SlaState.BREACHED ? breachesAt.minus(ONE_MORE) : breachedAt;
    }
}
