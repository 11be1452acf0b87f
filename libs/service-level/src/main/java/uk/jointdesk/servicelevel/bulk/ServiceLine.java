package uk.jointdesk.servicelevel.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import uk.jointdesk.servicelevel.calendar.Stretch;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/**
 * A calendar laid out over some years so that "how much service time since the beginning" is a table look-up: the
 * opening stretches with the service time before each, and for every UTC day the first stretch that matters to it.
 */
final class ServiceLine {

    private static final long DAY = 86_400_000L;

    private final long origin;
    private final long limit;
    private final long[] opens;
    private final long[] closes;
    private final long[] before;
    private final int[] firstOfDay;

    /** Lays out the local days from the first to the last, both included. */
    ServiceLine(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        Instant from = first.atStartOfDay(calendar.zone()).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        List<Stretch> open = calendar.stretches(from, to).stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.OPEN)
                .toList();
        origin = from.toEpochMilli();
        limit = to.toEpochMilli();
        opens = endless(open.stream()
                .mapToLong(stretch -> stretch.from().toEpochMilli())
                .toArray());
        closes = endless(
                open.stream().mapToLong(stretch -> stretch.to().toEpochMilli()).toArray());
        before = serviceBefore(opens, closes);
        firstOfDay = firstOfDay(closes, origin, limit);
    }

    boolean holds(long instant) {
        return origin <= instant && instant < limit;
    }

    /** Service time from the beginning of the line to an instant on it, in milliseconds. */
    long worked(long instant) {
        int i = firstOfDay[(int) ((instant - origin) / DAY)];
        while (closes[i] <= instant) {
            i++;
        }
        return before[i] + Math.max(0, instant - opens[i]);
    }

    /** One more stretch that never comes, so that a search needs no end. */
    private static long[] endless(long[] instants) {
        long[] longer = Arrays.copyOf(instants, instants.length + 1);
        longer[instants.length] = Long.MAX_VALUE;
        return longer;
    }

    private static long[] serviceBefore(long[] opens, long[] closes) {
        long[] before = new long[opens.length];
        for (int i = 1; i < opens.length; i++) {
            before[i] = before[i - 1] + closes[i - 1] - opens[i - 1];
        }
        return before;
    }

    private static int[] firstOfDay(long[] closes, long origin, long limit) {
        int[] first = new int[(int) ((limit - origin) / DAY) + 1];
        int i = 0;
        for (int day = 0; day < first.length; day++) {
            while (closes[i] <= origin + day * DAY) {
                i++;
            }
            first[day] = i;
        }
        return first;
    }
}
