package uk.jointdesk.kpi.volumes.store;

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
import uk.jointdesk.kpi.volumes.domain.Flow;

/**
 * Counts what happened to tickets by the month it happened in. A ticket open at the start of the range entered before
 * it and has not left: the months before the range are one bucket of which only the difference is kept.
 */
@ApplicationScoped
public class VolumeStore {

    private static final String MONTH = "width_bucket(%s, cast(:starts as date[])) - 1";

    private static final String COUNTED = """
            select %1$s, %2$s as month, 'IN ' || entered as movement, count(*) as tickets, count(*) as net
              from open_spell where started_on <= :to and entered <> 'CONTINUED' and %6$s
             group by 1, 2, 3, 4, 5, 6, 7, 8
            union all
            select %1$s, %3$s, 'OUT ' || left_by, count(*), -count(*)
              from open_spell where ended_on <= :to and left_by <> 'CONTINUED' and %6$s
             group by 1, 2, 3, 4, 5, 6, 7, 8
            union all
            select %1$s, %4$s, 'LAST_RESOLUTION', count(*), 0
              from ticket_fact
             where counted_on between :from and :to and outcome in ('MET', 'BREACHED', 'NO_TARGET') and %6$s
             group by 1, 2, 3, 4, 5, 6, 7, 8
            union all
            select %1$s, %5$s, 'CLOSED', count(*), 0
              from ticket_fact where closed_on between :from and :to and %6$s group by 1, 2, 3, 4, 5, 6, 7, 8
            """.formatted(
                    MonthBuckets.SLICE,
                    MONTH.formatted("started_on"),
                    MONTH.formatted("ended_on"),
                    MONTH.formatted("counted_on"),
                    MONTH.formatted("closed_on"),
                    TicketFilter.CONDITION);

    private static final String FLOW = """
            sum(tickets) filter (where movement = 'IN LOGGED') as logged,
            sum(tickets) filter (where movement = 'LAST_RESOLUTION') as resolved,
            sum(tickets) filter (where movement = 'CLOSED') as closed,
            sum(tickets) filter (where movement = 'IN REOPENED') as reopened,
            sum(tickets) filter (where movement = 'OUT RESOLVED') as resolutions,
            sum(tickets) filter (where movement = 'OUT CANCELLED') as cancelled,
            sum(tickets) filter (where movement = 'OUT MERGED') as merged,
            sum(tickets) filter (where movement = 'IN TRANSFERRED') as transferred_in,
            sum(tickets) filter (where movement = 'OUT TRANSFERRED') as transferred_out,
            sum(net) as net
            """;

    private static final String FROM_FACTS = """
            select partner, priority, type, queue, organisation, category, month, %s
              from (%s) moved group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(FLOW, COUNTED);

    private static final String FROM_KEPT =
            KeptMonths.numbered("""
            select %s, %s
              from movement_month
             where month <= :to and (month >= :from or net <> 0) and tickets <> 0 and movement <> 'AGED' and %s
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(KeptMonths.SLICE, FLOW, KeptMonths.CONDITION));

    private final ScopedDb db;

    public VolumeStore(ScopedDb db) {
        this.db = db;
    }

    /** The flows in the caller's scope, as finely as the question needs them, with the stock before the range. */
    public AsAt<Map<Slice, Flow>> flows(Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, question, partners)));
    }

    private static Map<Slice, Flow> read(Handle handle, Question question, PartnerRows partners) {
        Query query = MonthBuckets.bindAddedUp(
                handle.createQuery(KeptMonths.answer(question) ? FROM_KEPT : FROM_FACTS), question);
        Map<Slice, Flow> flows = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> flows.merge(MonthBuckets.slice(row), flow(row), Flow::plus))
                .list();
        return flows;
    }

    private static Flow flow(ResultSet row) throws SQLException {
        if (row.getInt("month") < 0) {
            return Flow.before(row.getLong("net"));
        }
        return new Flow(
                row.getLong("logged"),
                row.getLong("resolved"),
                row.getLong("closed"),
                row.getLong("reopened"),
                row.getLong("resolutions"),
                row.getLong("cancelled"),
                row.getLong("merged"),
                row.getLong("transferred_in"),
                row.getLong("transferred_out"),
                row.getLong("net"));
    }
}
