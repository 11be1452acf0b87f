package uk.jointdesk.kpi.bulkclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.bulkclosure.domain.BulkClosed;

/** Counts the few tickets that were closed in bulk; an index holds them alone, so that it costs nothing to ask. */
@ApplicationScoped
public class BulkClosedStore {

    private static final String COUNTS = """
            select %s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month,
                   count(*) filter (where outcome in ('MET', 'BREACHED')) as measured, count(*) as resolved
              from ticket_fact
             where bulk_closure is not null and counted_on between :from and :to
               and outcome in ('MET', 'BREACHED', 'NO_TARGET') and %s
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(MonthBuckets.SLICE, TicketFilter.CONDITION);

    private final ScopedDb db;

    public BulkClosedStore(ScopedDb db) {
        this.db = db;
    }

    /** Those among the tickets that the question is about, by its cells; a cell without any may be missing. */
    public SortedMap<Cell, BulkClosed> counts(Question question, PartnerRows partners) {
        Map<Slice, BulkClosed> counts = db.read(handle -> {
            Query query = MonthBuckets.bind(handle.createQuery(COUNTS), question);
            Map<Slice, BulkClosed> found = new HashMap<>();
            TicketFilter.bind(query, question.filter(), partners)
                    .map((row, context) -> found.merge(MonthBuckets.slice(row), closed(row), BulkClosed::plus))
                    .list();
            return found;
        });
        return question.breakdown(partners).addUp(counts, BulkClosed.NONE, BulkClosed::plus);
    }

    private static BulkClosed closed(ResultSet row) throws SQLException {
        return new BulkClosed(row.getLong("measured"), row.getLong("resolved"));
    }
}
