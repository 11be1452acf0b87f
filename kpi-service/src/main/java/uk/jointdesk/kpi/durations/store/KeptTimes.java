package uk.jointdesk.kpi.durations.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.durations.domain.ResolutionTimes;

/**
 * The resolution times of whole months in memory, sorted: a median wants every one of them, and to read a year of them
 * for each look at a dashboard would take too long. A month is read again when its stamp says that a ticket of it has
 * changed. What a caller's scope may see is kept for that scope alone, as row-level security gave it.
 */
@ApplicationScoped
class KeptTimes {

    /** Five years of the whole service and of each of thirty partners. */
    private static final int MOST_MONTHS = 2_000;

    private static final String STAMPS = "select month, stamp from duration_stamp where month between :from and :to";

    private static final String TIMES = """
            select partner, priority, type, organisation, %s
              from ticket_fact
             where counted_on between :from and :to and outcome in ('MET', 'BREACHED', 'NO_TARGET')
             group by 1, 2, 3, 4
            """.formatted(TimesRow.COLUMNS);

    private record Key(String scope, LocalDate month) {}

    private record Kept(long stamp, Map<Slice, ResolutionTimes> times) {}

    private final Caller caller;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MOST_MONTHS;
        }
    };

    KeptTimes(Caller caller) {
        this.caller = caller;
    }

    /** The times of each of these months, by partner, priority, type and organisation; in the caller's scope. */
    Map<LocalDate, Map<Slice, ResolutionTimes>> of(Handle handle, List<LocalDate> months) {
        Map<LocalDate, Long> stamps = stamps(handle, months);
        String scope = caller.scope().setting();
        Map<LocalDate, Map<Slice, ResolutionTimes>> times = new HashMap<>();
        stamps.forEach((month, stamp) -> times.put(month, month(handle, new Key(scope, month), stamp)));
        return times;
    }

    private Map<Slice, ResolutionTimes> month(Handle handle, Key key, long stamp) {
        Kept known = known(key);
        if (known == null || known.stamp != stamp) {
            // The stamp was read before: what is read now is as new as it says, or newer and then read once more.
            known = new Kept(stamp, read(handle, key.month));
            keep(key, known);
        }
        return known.times;
    }

    private synchronized Kept known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Kept times) {
        kept.put(key, times);
    }

    private static Map<LocalDate, Long> stamps(Handle handle, List<LocalDate> months) {
        Map<LocalDate, Long> stamps = new HashMap<>();
        handle.createQuery(STAMPS)
                .bind("from", months.get(0))
                .bind("to", months.get(months.size() - 1))
                .map((row, context) -> stamps.put(row.getObject("month", LocalDate.class), row.getLong("stamp")))
                .list();
        return stamps;
    }

    private static Map<Slice, ResolutionTimes> read(Handle handle, LocalDate month) {
        Map<Slice, ResolutionTimes> times = new HashMap<>();
        handle.createQuery(TIMES)
                .bind("from", month)
                .bind("to", month.plusMonths(1).minusDays(1))
                .map((row, context) -> times.put(
                        new Slice(
                                row.getString("partner"),
                                row.getString("priority"),
                                row.getString("type"),
                                null,
                                row.getString("organisation"),
                                null,
                                0),
                        TimesRow.times(row)))
                .list();
        return times;
    }
}
