package uk.jointdesk.servicelevel.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.clock.SlaState;

/**
 * Judges a great many tickets at once, to the same verdict as {@link uk.jointdesk.servicelevel.clock.SlaClock}: each
 * under one partner's calendar and one target, with its pauses. Tickets that changed calendar or target on the way are
 * the clock's.
 *
 * <p>The calendars are laid out once, with the service time before each opening; a ticket then costs a table look-up for
 * each of its instants, and no memory. Immutable and safe for threads.
 */
public final class BulkJudge {

    private static final byte RUNNING = (byte) SlaState.RUNNING.ordinal();
    private static final byte PAUSED = (byte) SlaState.PAUSED.ordinal();
    private static final byte MET = (byte) SlaState.MET.ordinal();
    private static final byte BREACHED = (byte) SlaState.BREACHED.ordinal();
    private static final byte NO_TARGET = (byte) SlaState.NO_TARGET.ordinal();

    /** In place of a span of time: the arrays do not suffice to tell. */
    private static final long UNKNOWN = -1;

    /** Below this many tickets a second thread costs more than it saves. */
    private static final int SMALLEST_SHARE = 16_384;

    private final ServiceLine[] service;
    private final WorkingDayLine[] workingDays;

    /**
     * @param calendars by the places that tickets name
     * @param first first local day of the years that can be judged
     * @param last last such day
     */
    public BulkJudge(List<WorkingCalendar> calendars, LocalDate first, LocalDate last) {
        service = calendars.stream()
                .map(calendar -> new ServiceLine(calendar, first, last))
                .toArray(ServiceLine[]::new);
        workingDays = calendars.stream()
                .map(calendar -> new WorkingDayLine(calendar, first, last))
                .toArray(WorkingDayLine[]::new);
    }

    /**
     * Judges all tickets as at an instant, on so many threads.
     *
     * @param asAt epoch milliseconds; what happened later is not looked at
     */
    public void judge(BulkTickets tickets, long asAt, BulkVerdicts verdicts, int threads) {
        int shares = Math.max(1, Math.min(threads, tickets.size() / SMALLEST_SHARE));
        if (shares == 1) {
            judge(tickets, asAt, verdicts, 0, tickets.size());
            return;
        }
        IntStream.range(0, shares)
                .parallel()
                .forEach(share -> judge(
                        tickets, asAt, verdicts, border(tickets, share, shares), border(tickets, share + 1, shares)));
    }

    private void judge(BulkTickets tickets, long asAt, BulkVerdicts verdicts, int from, int to) {
        for (int i = from; i < to; i++) {
            judgeOne(tickets, asAt, verdicts, i);
        }
    }

    private void judgeOne(BulkTickets tickets, long asAt, BulkVerdicts verdicts, int i) {
        if (tickets.target()[i] == BulkTarget.NONE || tickets.loggedAt()[i] > asAt) {
            verdicts.write(i, NO_TARGET, 0);
            return;
        }
        ServiceLine line = service[tickets.calendar()[i]];
        long consumed = consumed(tickets, i, line, asAt);
        long allowed = consumed < 0 ? UNKNOWN : allowance(tickets, i, line);
        if (allowed < 0) {
            verdicts.write(i, BulkVerdicts.ASK_THE_CLOCK, 0);
        } else {
            verdicts.write(i, consumed > allowed ? BREACHED : stateWithin(tickets, i, asAt), consumed);
        }
    }

    /** Service time used by a ticket; {@link #UNKNOWN} if its instants are off the line or its pauses out of order. */
    private static long consumed(BulkTickets tickets, int i, ServiceLine line, long asAt) {
        long logged = tickets.loggedAt()[i];
        long end = Math.max(logged, Math.min(tickets.resolvedAt()[i], asAt));
        if (!line.holds(logged) || !line.holds(end)) {
            return UNKNOWN;
        }
        long paused = pausedService(tickets, i, line, end);
        return paused < 0 ? UNKNOWN : line.worked(end) - line.worked(logged) - paused;
    }

    private long allowance(BulkTickets tickets, int i, ServiceLine line) {
        long target = tickets.target()[i];
        if (target > 0) {
            return target;
        }
        long logged = tickets.loggedAt()[i];
        long due = workingDays[tickets.calendar()[i]].sameTimeAfter(logged, (int) -target);
        return due == WorkingDayLine.UNKNOWN ? UNKNOWN : line.worked(due) - line.worked(logged);
    }

    /** Service time within the union of a ticket's pauses; {@link #UNKNOWN} if they are out of order. */
    private static long pausedService(BulkTickets tickets, int i, ServiceLine line, long end) {
        long paused = 0;
        long last = Long.MIN_VALUE;
        long counted = tickets.loggedAt()[i];
        for (int p = tickets.pauseIndex()[i]; p < tickets.pauseIndex()[i + 1]; p++) {
            long begins = tickets.pauseFrom()[p];
            if (begins < last) {
                return UNKNOWN;
            }
            last = begins;
            long from = Math.max(counted, begins);
            long to = Math.min(end, tickets.pauseTo()[p]);
            if (from < to) {
                paused += line.worked(to) - line.worked(from);
                counted = to;
            }
        }
        return paused;
    }

    private static byte stateWithin(BulkTickets tickets, int i, long asAt) {
        if (tickets.resolvedAt()[i] <= asAt) {
            return MET;
        }
        for (int p = tickets.pauseIndex()[i]; p < tickets.pauseIndex()[i + 1]; p++) {
            if (tickets.pauseFrom()[p] <= asAt && asAt < tickets.pauseTo()[p]) {
                return PAUSED;
            }
        }
        return RUNNING;
    }

    private static int border(BulkTickets tickets, int share, int shares) {
        return (int) ((long) tickets.size() * share / shares);
    }
}
