package uk.jointdesk.kpi.backlog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.domain.Filter;
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
            select partner, priority, case when :byType then type end as type, case when :byQueue then queue end as queue,
                   hold, count(*) as open,
                   count(*) filter (where triaged_at is null or triaged_at >= :before) as untriaged,
                   count(*) filter (where logged_at < :agedBefore) as aged
              from open_spell
             where started_at < :before and (ended_at is null or ended_at >= :before) and %s
             group by 1, 2, 3, 4, 5
            """.formatted(TicketFilter.CONDITION);

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
        Query query = handle.createQuery(OPEN)
                .bind("before", moment.before().atOffset(ZoneOffset.UTC))
                .bind("agedBefore", moment.agedBefore().atOffset(ZoneOffset.UTC))
                .bind("byType", by.contains(Dimension.TYPE))
                .bind("byQueue", by.contains(Dimension.QUEUE));
        Map<Slice, Backlog> open = new HashMap<>();
        TicketFilter.bind(query, filter, partners)
                .map((row, context) -> open.merge(slice(row), backlog(row), Backlog::plus))
                .list();
        return open;
    }

    private static Slice slice(ResultSet row) throws SQLException {
        return new Slice(
                row.getString("partner"), row.getString("priority"), row.getString("type"), row.getString("queue"), 0);
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        String hold = row.getString("hold");
        long open = row.getLong("open");
        Map<String, Long> onHold = hold == null ? Map.of() : Map.of(hold, open);
        return new Backlog(open, row.getLong("untriaged"), onHold, row.getLong("aged"));
    }
}
