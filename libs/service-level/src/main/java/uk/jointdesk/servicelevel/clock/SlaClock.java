package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /**
     * The verdict with its explanation.
     *
     * @param asAt the instant of judgement; later events are not looked at
     */
    public static Verdict read(TicketLife life, ServiceLevelRules rules, Instant asAt) {
        Instant instant = asAt.truncatedTo(ChronoUnit.MILLIS);
        TicketLife known = life.asAt(instant);
        if (known.isProvisional()) {
            return Verdict.without(NoTarget.NOT_LOGGED, SlaState.NO_TARGET);
        }
        return new Hearing(known, rules, instant).verdict();
    }

    /** The outcome alone, for those who judge many tickets and explain few. */
    public static Outcome outcome(TicketLife life, ServiceLevelRules rules, Instant asAt) {
        Instant instant = asAt.truncatedTo(ChronoUnit.MILLIS);
        TicketLife known = life.asAt(instant);
        return known.isProvisional()
                ? Outcome.without(SlaState.NO_TARGET)
                : new Hearing(known, rules, instant).outcome();
    }
}
