package uk.jointdesk.incident.escalation.domain;

import java.time.Duration;
import java.time.Instant;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/**
 * When somebody may be told. The hours are those of the ticket's calendar, so that a reminder for a Monday-to-Friday
 * ticket lands neither at midnight nor on a Sunday, and one for a ticket that is served round the clock lands at once.
 *
 * <p>Quiet hours move the delivery and never the announcement. What falls due at closing time is told at closing time:
 * people are still there in the minute after it.
 */
public final class QuietHours {

    private static final Duration AFTER_CLOSING = Duration.ofMinutes(1);
    private static final Duration TICK = Duration.ofMillis(1);

    private QuietHours() {}

    /** The earliest instant, from now on, at which somebody may be told. */
    public static Instant deliverAfter(WorkingCalendar calendar, Instant now) {
        boolean thereStill = calendar.opens(now) || calendar.opens(now.minus(AFTER_CLOSING));
        return thereStill ? now : calendar.plus(now, TICK).minus(TICK);
    }
}
