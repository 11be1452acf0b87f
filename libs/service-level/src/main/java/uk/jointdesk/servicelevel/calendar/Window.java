package uk.jointdesk.servicelevel.calendar;

import java.time.Duration;
import java.time.LocalTime;
import uk.jointdesk.servicelevel.calendar.CalendarRefused.Reason;

/**
 * Opening hours within a day, half-open: {@code open} belongs to the window, {@code close} does not.
 *
 * <p>A close at or before the opening lies on the next day: 22:00-06:00 is a night shift, 08:00-08:00 is a whole day
 * round, and 00:00-00:00 is the calendar day from midnight to midnight. {@link LocalTime#MIDNIGHT} as close is what
 * people write as 24:00.
 *
 * @throws CalendarRefused {@link Reason#CLOSES_AT_23_59} if the window closes in the last minute of the day
 */
public record Window(LocalTime open, LocalTime close) {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final Duration DAY = Duration.ofDays(1);

    public Window {
        if (!close.isBefore(LAST_MINUTE)) {
            throw new CalendarRefused(
                    Reason.CLOSES_AT_23_59, "a window closes at " + close + "; write the end of the day as 24:00");
        }
    }

    /** A window from texts such as {@code 08:00} and {@code 18:00}; {@code 24:00} is the end of the day. */
    public static Window of(String open, String close) {
        return new Window(LocalTime.parse(open), "24:00".equals(close) ? LocalTime.MIDNIGHT : LocalTime.parse(close));
    }

    /** From midnight to midnight. */
    public static Window wholeDay() {
        return new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** Whether the closing time lies on the day after the opening; also true of a window that ends at 24:00. */
    public boolean closesNextDay() {
        return !close.isAfter(open);
    }

    /** Length by the wall clock, as on a day without a clock change. */
    public Duration length() {
        Duration sameDay = Duration.between(open, close);
        return closesNextDay() ? sameDay.plus(DAY) : sameDay;
    }

    boolean overlapsOnTheSameDay(Window later) {
        return closesNextDay() ? later.open.compareTo(open) >= 0 : later.open.isBefore(close);
    }

    @Override
    public String toString() {
        return open + "-" + (close.equals(LocalTime.MIDNIGHT) ? "24:00" : close);
    }
}
