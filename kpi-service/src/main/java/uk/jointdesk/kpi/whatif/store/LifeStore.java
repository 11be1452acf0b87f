package uk.jointdesk.kpi.whatif.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.bulk.Life;
import uk.jointdesk.kpi.feed.store.Retelling;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.Terms;

/** The resolved or answered tickets of a range in one stream, in no order, read only. */
@ApplicationScoped
public class LifeStore {

    private static final int FETCHED = 8_192;

    /** Instants as milliseconds, which is what they are judged by: nothing is parsed. */
    private static final String RESOLVED = """
            select ticket, partner, type, priority, queue, catalogue_item, counted_on, outcome, reopen_count,
                   cast(extract(epoch from logged_at) * 1000 as bigint) as logged,
                   cast(extract(epoch from resolved_at) * 1000 as bigint) as ended,
                   interruptions, (select as_at from feed_position) as as_at
              from ticket_fact
             where counted_on between :from and :to and outcome in ('MET', 'BREACHED', 'NO_TARGET')
            """;

    /** Whose ticket it was when it was answered; what was ordered is known of the ticket alone. */
    private static final String ANSWERED = """
            select r.ticket, r.partner, r.type, r.priority, r.queue, t.catalogue_item, r.counted_on, r.outcome,
                   t.reopen_count, cast(extract(epoch from r.logged_at) * 1000 as bigint) as logged,
                   cast(extract(epoch from r.counted_at) * 1000 as bigint) as ended,
                   t.interruptions, (select as_at from feed_position) as as_at
              from response_fact r join ticket_fact t on t.ticket = r.ticket
             where r.counted_on between :from and :to and r.outcome in ('MET', 'BREACHED', 'NO_TARGET')
            """;

    private final ScopedDb db;

    public LifeStore(ScopedDb db) {
        this.db = db;
    }

    /** Who takes the lives as they come, and can ask for events in between. */
    public interface Reader<T> {
        void take(Life life);

        T finish();
    }

    /** The events of some tickets, asked for while the stream is read. */
    @FunctionalInterface
    public interface Events {
        Map<String, List<FeedEvent>> of(Collection<String> tickets);
    }

    /**
     * Reads them in the caller's scope, with what was known when the stream began: facts that arrive while it is read
     * are in none of it.
     *
     * @param metric tickets that were resolved, or those that were answered
     * @param reader makes the taker of the lives of one reading
     */
    public <T> AsAt<T> read(Metric metric, Range range, Function<Events, Reader<T>> reader) {
        return db.read(handle -> {
            Known known = new Known(handle);
            Reader<T> taker = reader.apply(known);
            stream(handle, metric, range, known, taker::take);
            return new AsAt<>(taker.finish(), known.asAt);
        });
    }

    /** The facts as they were when the stream began. */
    private static final class Known implements Events {
        private final Handle handle;
        private Instant asAt;

        Known(Handle handle) {
            this.handle = handle;
        }

        @Override
        public Map<String, List<FeedEvent>> of(Collection<String> tickets) {
            Map<String, List<FeedEvent>> told = Retelling.of(handle, tickets);
            told.values()
                    .forEach(events ->
                            events.removeIf(event -> event.recordedAt().isAfter(asAt)));
            return told;
        }
    }

    private static void stream(Handle handle, Metric metric, Range range, Known known, Consumer<Life> taker) {
        YearMonth first = YearMonth.from(range.from());
        handle.createQuery(metric == Metric.RESPONSE ? ANSWERED : RESOLVED)
                .bind("from", range.from())
                .bind("to", range.to())
                .setFetchSize(FETCHED)
                .map((row, context) -> {
                    if (known.asAt == null) {
                        known.asAt =
                                row.getObject("as_at", OffsetDateTime.class).toInstant();
                    }
                    return life(metric, row, first);
                })
                .useIterator(lives -> lives.forEachRemaining(taker));
    }

    private static Life life(Metric metric, ResultSet row, YearMonth first) throws SQLException {
        YearMonth month = YearMonth.from(row.getObject("counted_on", LocalDate.class));
        return Life.of(
                metric,
                row.getString("ticket"),
                new Terms(
                        row.getString("partner"),
                        row.getString("type"),
                        row.getString("priority"),
                        row.getString("queue"),
                        row.getString("catalogue_item")),
                (int) ChronoUnit.MONTHS.between(first, month),
                Outcome.valueOf(row.getString("outcome")),
                Instant.ofEpochMilli(row.getLong("logged")),
                Instant.ofEpochMilli(row.getLong("ended")),
                row.getInt("reopen_count") > 0,
                Optional.ofNullable(row.getString("interruptions")).map(Interruptions::read));
    }
}
