package uk.jointdesk.servicelevel.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import uk.jointdesk.servicelevel.calendar.Stretch;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/**
 * A calendar laid out over some years so that "how much service time since the beginning" is a table look-up.
 *
 * <p>The time line is cut into 24-hour cells. Nearly every cell has at most one opening stretch; for those the table
 * holds the service time before the cell, and where in the cell the service opens and for how long. A cell with more
 * stretches (a lunch break, a night shift with a day shift) is searched in the list of stretches.
 */
final class ServiceLine {

    private static final long CELL = 86_400_000L;
    private static final int SEARCH = -1;

    private final long origin;
    private final long limit;
    private final long[] opens;
    private final long[] closes;
    private final long[] before;
    private final int[] firstOfCell;

    /** Two places per cell, side by side in memory: service time before it, and opening (high half) with length. */
    private final long[] cells;

    /** Lays out the local days from the first to the last, both included. */
    ServiceLine(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        Instant from = first.atStartOfDay(calendar.zone()).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        List<Stretch> open = calendar.stretches(from, to).stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.OPEN)
                .toList();
        origin = from.toEpochMilli();
        limit = to.toEpochMilli();
        opens = endless(open.stream().mapToLong(stretch -> stretch.from().toEpochMilli()));
        closes = endless(open.stream().mapToLong(stretch -> stretch.to().toEpochMilli()));
        before = serviceBefore(opens, closes);
        firstOfCell = firstOfCell(closes, origin, limit);
        cells = new long[2 * firstOfCell.length];
        for (int cell = 0; cell < firstOfCell.length; cell++) {
            fill(cell);
        }
    }

    boolean holds(long instant) {
        return origin <= instant && instant < limit;
    }

    /** Service time from the beginning of the line to an instant on it, in milliseconds. */
    long worked(long instant) {
        long since = instant - origin;
        int cell = (int) (since / CELL);
        long packed = cells[2 * cell + 1];
        if (packed == SEARCH) {
            return searched(instant, cell);
        }
        long sinceOpening = since - cell * CELL - (packed >>> Integer.SIZE);
        return cells[2 * cell] + Math.min(Math.max(0, sinceOpening), packed & 0xFFFF_FFFFL);
    }

    private long searched(long instant, int cell) {
        int i = firstOfCell[cell];
        while (closes[i] <= instant) {
            i++;
        }
        return before[i] + Math.max(0, instant - opens[i]);
    }

    private void fill(int cell) {
        long start = origin + cell * CELL;
        long end = start + CELL;
        int i = firstOfCell[cell];
        cells[2 * cell] = searched(start, cell);
        if (closes[i] < end && opens[i + 1] < end) {
            cells[2 * cell + 1] = SEARCH;
        } else if (opens[i] < end) {
            long opening = Math.max(start, opens[i]);
            cells[2 * cell + 1] = ((opening - start) << Integer.SIZE) | (Math.min(end, closes[i]) - opening);
        }
    }

    /** One more stretch that never comes, so that a search needs no end. */
    private static long[] endless(LongStream instants) {
        long[] known = instants.toArray();
        long[] longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = Long.MAX_VALUE;
        return longer;
    }

    private static long[] serviceBefore(long[] opens, long[] closes) {
        long[] before = new long[opens.length];
        for (int i = 1; i < opens.length; i++) {
            before[i] = before[i - 1] + closes[i - 1] - opens[i - 1];
        }
        return before;
    }

    private static int[] firstOfCell(long[] closes, long origin, long limit) {
        int[] first = new int[(int) ((limit - origin) / CELL) + 1];
        int i = 0;
        for (int cell = 0; cell < first.length; cell++) {
            while (closes[i] <= origin + cell * CELL) {
                i++;
            }
            first[cell] = i;
        }
        return first;
    }
}
