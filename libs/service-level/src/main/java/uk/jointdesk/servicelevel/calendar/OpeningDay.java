package uk.jointdesk.servicelevel.calendar;

import java.time.LocalDate;
import uk.jointdesk.servicelevel.calendar.Stretch.Kind;

/**
 * One local day on the time line: from its first instant to the first instant of the next day, with the parts of it
 * that are open, in order and apart from each other. All values are epoch milliseconds.
 *
 * @param opens where each open part begins
 * @param closes where each open part ends
 * @param closedAs what the closed parts of this day are
 * @param closedDetail why, if there is a reason beyond ordinary hours
 * @param workingDay whether a window opens on this date; the tail of a night shift does not make a working day
 */
record OpeningDay(
        LocalDate date,
        long start,
        long end,
        long[] opens,
        long[] closes,
        Kind closedAs,
        String closedDetail,
        boolean workingDay) {

    /** Open milliseconds of this day between two instants, which may lie outside it. */
    long openBetween(long from, long to) {
        long open = 0;
        for (int i = 0; i < opens.length; i++) {
            open += Math.max(0, Math.min(to, closes[i]) - Math.max(from, opens[i]));
        }
        return open;
    }

    /** The earliest instant of this day at which {@code needed} open milliseconds since {@code from} have passed. */
    long reach(long from, long needed) {
        long left = needed;
        for (int i = 0; i < opens.length; i++) {
            long begin = Math.max(from, opens[i]);
            long open = Math.max(0, closes[i] - begin);
            if (open >= left) {
                return begin + left;
            }
            left -= open;
        }
        throw new IllegalStateException(date + " has less than " + needed + " ms of service left");
    }

    boolean opensAt(long instant) {
        return openBetween(instant, instant + 1) == 1;
    }
}
