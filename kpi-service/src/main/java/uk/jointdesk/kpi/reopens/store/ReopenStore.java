package uk.jointdesk.kpi.reopens.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.KeptMonths;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.reopens.domain.Reopens;

/** Counts resolutions and which of them did not last. */
@ApplicationScoped
public class ReopenStore {

    private static final String COUNTS = """
            select %1$s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month,
                   count(*) as resolved, count(*) filter (where reopen_count > 0) as reopened_before,
                   0 as resolutions, 0 as undone
              from ticket_fact
             where counted_on between :from and :to and outcome in ('MET', 'BREACHED', 'NO_TARGET') and %2$s
             group by 1, 2, 3, 4, 5, 6, 7
            union all
            select %1$s, width_bucket(ended_on, cast(:starts as date[])) - 1, 0, 0,
                   count(*), count(*) filter (where undone)
              from open_spell
             where ended_on between :from and :to and left_by = 'RESOLVED' and %2$s
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(MonthBuckets.SLICE, TicketFilter.CONDITION);

    private static final String KEPT =
            KeptMonths.numbered("""
            select %s,
                   coalesce(sum(tickets) filter (where movement = 'LAST_RESOLUTION'), 0) as resolved,
                   coalesce(sum(tickets) filter (where movement = 'REOPENED_BEFORE'), 0) as reopened_before,
                   coalesce(sum(tickets) filter (where movement = 'OUT RESOLVED'), 0) as resolutions,
                   coalesce(sum(tickets) filter (where movement = 'UNDONE'), 0) as undone
              from movement_month
             where %s and %s
               and movement in ('LAST_RESOLUTION', 'REOPENED_BEFORE', 'OUT RESOLVED', 'UNDONE')
             group by 1, 2, 3, 4, 5, 6, 7 having bool_or(tickets <> 0)
            """.formatted(KeptMonths.SLICE, KeptMonths.MONTHS, KeptMonths.CONDITION));

    private final ScopedDb db;

    public ReopenStore(ScopedDb db) {
        this.db = db;
    }

    /** The counts in the caller's scope, as finely as the question needs them. */
    public AsAt<Map<Slice, Reopens>> counts(Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, question, partners)));
    }

    private static Map<Slice, Reopens> read(Handle handle, Question question, PartnerRows partners) {
        Query query =
                MonthBuckets.bindAddedUp(handle.createQuery(KeptMonths.answer(question) ? KEPT : COUNTS), question);
        Map<Slice, Reopens> counts = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> counts.merge(MonthBuckets.slice(row), reopens(row), Reopens::plus))
                .list();
        return counts;
    }

    private static Reopens reopens(ResultSet row) throws SQLException {
        return new Reopens(
                row.getLong("resolved"),
                row.getLong("reopened_before"),
                row.getLong("resolutions"),
                row.getLong("undone"));
    }
}
