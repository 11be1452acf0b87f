package uk.jointdesk.kpi.feed.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.bulk.Lives;
import uk.jointdesk.servicelevel.agreement.Metric;

/**
 * The lives of whole months in memory, for whoever tries other rules on them: to read five years of them takes longer
 * than to judge them. A month is read again when its stamp says that a ticket of it has changed. Only for those who may
 * see every partner's tickets.
 */
@ApplicationScoped
public class KeptLives {

    /** Both clocks of a million tickets, in 120 MB. What is more is read as often as it is asked for. */
    private static final int MOST_LIVES = 2_000_000;

    private static final String STAMPS = """
            select (select stamp from duration_stamp where month = :month) as resolution,
                   (select stamp from response_stamp where month = :month) as response
            """;

    private static final String MONTHS = """
            select month from (select month from duration_stamp union select month from response_stamp) stamped
             where month > :after order by month
            """;

    private record Key(Metric metric, LocalDate month) {}

    private record Kept(long stamp, Lives lives) {}

    private final LifeRows rows = new LifeRows();
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /**
     * @param handle with the scope of all partners
     * @param month its first day
     */
    public Lives of(Handle handle, Metric metric, LocalDate month) {
        Key key = new Key(metric, month);
        long stamp = stamp(handle, key);
        Kept known = known(key);
        if (known == null || known.stamp != stamp) {
            // The stamp was read before: what is read now is as new as it says, or newer and then read once more.
            known = new Kept(stamp, rows.read(handle, metric, month));
            keep(key, known);
        }
        return known.lives;
    }

    /** The months after a day in which tickets count by either clock, in order. */
    List<LocalDate> monthsAfter(Handle handle, LocalDate after) {
        return handle.createQuery(MONTHS)
                .bind("after", after)
                .mapTo(LocalDate.class)
                .list();
    }

    /** After a transaction that read what it wrote has failed. */
    synchronized void forget() {
        kept.clear();
        size = 0;
    }

    private static long stamp(Handle handle, Key key) {
        return handle.createQuery(STAMPS)
                .bind("month", key.month)
                .map((row, context) -> row.getLong(key.metric.name()))
                .one();
    }

    private synchronized Kept known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Kept month) {
        Kept before = kept.put(key, month);
        size += month.lives.size() - (before == null ? 0 : before.lives.size());
        Iterator<Kept> eldest = kept.values().iterator();
        while (size > MOST_LIVES) {
            size -= eldest.next().lives.size();
            eldest.remove();
        }
    }
}
