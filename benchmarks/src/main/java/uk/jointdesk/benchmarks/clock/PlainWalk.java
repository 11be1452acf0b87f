package uk.jointdesk.benchmarks.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import uk.jointdesk.servicelevel.bulk.BulkTickets;
import uk.jointdesk.servicelevel.clock.SlaState;

/**
 * What one would write without a kernel: a walk over the local days of each span, by java.time. It knows one window a
 * day, and no pauses that overlap; the tickets it is measured on need no more.
 */
final class PlainWalk {

    private final ZoneId zone;
    private final LocalTime open;
    private final LocalTime close;
    private final boolean weekends;
    private final Set<LocalDate> holidays;

    PlainWalk(ZoneId zone, LocalTime open, LocalTime close, boolean weekends, Set<LocalDate> holidays) {
        this.zone = zone;
        this.open = open;
        this.close = close;
        this.weekends = weekends;
        this.holidays = holidays;
    }

    SlaState judge(BulkTickets tickets, int i, long asAt) {
        long logged = tickets.loggedAt()[i];
        long end = Math.min(tickets.resolvedAt()[i], asAt);
        long consumed = between(logged, end);
        long counted = logged;
        boolean paused = false;
        for (int p = tickets.pauseIndex()[i]; p < tickets.pauseIndex()[i + 1]; p++) {
            long from = Math.max(counted, tickets.pauseFrom()[p]);
            long to = Math.min(end, tickets.pauseTo()[p]);
            consumed -= from < to ? between(from, to) : 0;
            counted = Math.max(counted, to);
            paused |= tickets.pauseFrom()[p] <= asAt && asAt < tickets.pauseTo()[p];
        }
        if (consumed > allowed(tickets.target()[i], logged)) {
            return SlaState.BREACHED;
        }
        return tickets.resolvedAt()[i] <= asAt ? SlaState.MET : paused ? SlaState.PAUSED : SlaState.RUNNING;
    }

    private long allowed(long target, long logged) {
        return target > 0 ? target : between(logged, sameTimeAfter(logged, (int) -target));
    }

    private long sameTimeAfter(long logged, int workingDays) {
        ZonedDateTime local = Instant.ofEpochMilli(logged).atZone(zone);
        for (int left = workingDays; left > 0; left -= isWorkingDay(local.toLocalDate()) ? 1 : 0) {
            local = local.plusDays(1);
        }
        return local.toInstant().toEpochMilli();
    }

    private long between(long from, long to) {
        long millis = 0;
        LocalDate last = Instant.ofEpochMilli(to).atZone(zone).toLocalDate();
        for (LocalDate day = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                long opens = day.atTime(open).atZone(zone).toInstant().toEpochMilli();
                long closes = day.atTime(close).atZone(zone).toInstant().toEpochMilli();
                millis += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
            }
        }
        return millis;
    }

    private boolean isWorkingDay(LocalDate day) {
        return (weekends || day.getDayOfWeek().getValue() < 6) && !holidays.contains(day);
    }
}
