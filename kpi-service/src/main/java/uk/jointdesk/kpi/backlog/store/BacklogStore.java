package uk.jointdesk.kpi.backlog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.backlog.domain.Backlog;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.period.domain.Moment;

/** Counts the tickets open at a moment, from the stretches in which they were. */
@ApplicationScoped
public class BacklogStore {

    private static final String OPEN = """
            select %s, hold, count(*) as open, min(logged_at) as oldest,
                   count(*) filter (where triaged_at is null or triaged_at >= :before) as untriaged,
                   count(*) filter (where logged_at < :agedBefore) as aged
              from %s
             where %s
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(MonthBuckets.SLICE, OpenThen.SPELLS, TicketFilter.CONDITION);

    private final ScopedDb db;

    public BacklogStore(ScopedDb db) {
        this.db = db;
    }

    /** What was open in the caller's scope. */
    public AsAt<Map<Slice, Backlog>> open(Moment moment, Set<Dimension> by, Filter filter, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, moment, by, filter, partners)));
    }

    private static Map<Slice, Backlog> read(
            Handle handle, Moment moment, Set<Dimension> by, Filter filter, PartnerRows partners) {
        Query query = MonthBuckets.bind(handle.createQuery(OPEN), by)
                .bind("agedBefore", moment.agedBefore().atOffset(ZoneOffset.UTC));
        OpenThen.bind(query, moment.before());
        Map<Slice, Backlog> open = new HashMap<>();
        TicketFilter.bind(query, filter, partners)
                .map((row, context) -> open.merge(MonthBuckets.slice(row, 0), backlog(row), Backlog::plus))
                .list();
        return open;
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        String hold = row.getString("hold");
        long open = row.getLong("open");
        Map<String, Long> onHold = hold == null ? Map.of() : Map.of(hold, open);
        Instant oldest = row.getObject("oldest", OffsetDateTime.class).toInstant();
        return new Backlog(open, row.getLong("untriaged"), onHold, row.getLong("aged"), Optional.of(oldest));
    }
}
