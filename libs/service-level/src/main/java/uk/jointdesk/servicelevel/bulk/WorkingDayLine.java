package uk.jointdesk.servicelevel.bulk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** The local days of a calendar over some years, and which of them are working days. */
final class WorkingDayLine {

    /** The answer of {@link #sameTimeAfter} when only the clock can tell. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final long DAY = 86_400_000L;

    private final long[] starts;
    private final int[] workingDaysUpTo;
    private final int[] workingDays;

    /** Lays out the local days from the first to the last, both included. */
    WorkingDayLine(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        ZoneId zone = calendar.zone();
        starts = new long[days + 1];
        workingDaysUpTo = new int[days];
        int[] working = new int[days];
        int count = 0;
        for (int day = 0; day < days; day++) {
            starts[day] = first.plusDays(day).atStartOfDay(zone).toInstant().toEpochMilli();
            if (calendar.isWorkingDay(first.plusDays(day))) {
                working[count++] = day;
            }
            workingDaysUpTo[day] = count;
        }
        starts[days] = last.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        workingDays = Arrays.copyOf(working, count);
    }

    /**
     * The same local time so many working days later; {@link #UNKNOWN} if the line is too short, or if one of the two days
     * has a clock change and therefore no plain time of day.
     */
    long sameTimeAfter(long instant, int days) {
        int from = dayOf(instant);
        int next = workingDaysUpTo[from] + days - 1;
        if (next >= workingDays.length) {
            return UNKNOWN;
        }
        int to = workingDays[next];
        return isPlain(from) && isPlain(to) ? starts[to] + instant - starts[from] : UNKNOWN;
    }

    /** A clock change moves the start of a day by at most a few hours, so the guess is off by at most one. */
    private int dayOf(long instant) {
        int guess = (int) ((instant - starts[0]) / DAY);
        int day = Math.min(guess, workingDaysUpTo.length - 1);
        if (starts[day] > instant) {
            return day - 1;
        }
        return starts[day + 1] <= instant ? day + 1 : day;
    }

    private boolean isPlain(int day) {
        return starts[day + 1] - starts[day] == DAY;
    }
}
