package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.life.TicketLife;

/**
 * The service level clock: a pure function of what happened, the rules in force, and the instant of judgement.
 *
 * <p>A target is met if and only if the service time consumed is not more than the target; exact milliseconds decide,
 * never a comparison of {@code resolvedAt} with {@code dueAt}. The agreement is the one in force when the ticket was
 * logged; the calendar version is taken for each local day; time past before a transfer keeps the old partner's hours.
 */
public final class SlaClock {

    private SlaClock() {}

    /** The verdict on the resolution, with its explanation. */
    public static Verdict read(TicketLife life, ServiceLevelRules rules, Instant asAt) {
        return read(Metric.RESOLUTION, life, rules, asAt);
    }

    /**
     * The verdict with its explanation.
     *
     * @param asAt the instant of judgement; later events are not looked at
     */
    public static Verdict read(Metric metric, TicketLife life, ServiceLevelRules rules, Instant asAt) {
        Instant instant = asAt.truncatedTo(ChronoUnit.MILLIS);
        TicketLife known = life.asAt(instant);
        if (known.isProvisional()) {
            return Verdict.without(NoTarget.NOT_LOGGED, SlaState.NO_TARGET);
        }
        return new Hearing(metric, known, rules, instant).verdict();
    }

    /** The outcome of the resolution alone, for those who judge many tickets and explain few. */
    public static Outcome outcome(TicketLife life, ServiceLevelRules rules, Instant asAt) {
        return outcome(Metric.RESOLUTION, life, rules, asAt);
    }

    /** The same of either clock. */
    public static Outcome outcome(Metric metric, TicketLife life, ServiceLevelRules rules, Instant asAt) {
        Instant instant = asAt.truncatedTo(ChronoUnit.MILLIS);
        TicketLife known = life.asAt(instant);
        return known.isProvisional()
                ? Outcome.without(SlaState.NO_TARGET)
                : new Hearing(metric, known, rules, instant).outcome();
    }

    /** The outcome and, if the clock runs, where it is heading: for those who wait for thresholds. */
    public static ClockFace face(Metric metric, TicketLife life, ServiceLevelRules rules, Instant asAt) {
        Instant instant = asAt.truncatedTo(ChronoUnit.MILLIS);
        TicketLife known = life.asAt(instant);
        return known.isProvisional()
                ? new ClockFace(Outcome.without(SlaState.NO_TARGET), Optional.empty())
                : new Hearing(metric, known, rules, instant).face();
    }
}
