package uk.jointdesk.kpi.compliance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;

/** Counts judged tickets by the month they count in. */
@ApplicationScoped
public class ComplianceStore {

    private static final String OUTCOMES = """
            select %s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month, outcome, count(*) as tickets
              from ticket_fact
             where counted_on between :from and :to and %s
             group by 1, 2, 3, 4, 5, 6
            """.formatted(MonthBuckets.SLICE, TicketFilter.CONDITION);

    private final ScopedDb db;

    public ComplianceStore(ScopedDb db) {
        this.db = db;
    }

    /** The scores in the caller's scope, as finely as the question needs them. */
    public AsAt<Map<Slice, Monthly>> scores(Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, question, partners)));
    }

    private static Map<Slice, Monthly> read(Handle handle, Question question, PartnerRows partners) {
        Query query = MonthBuckets.bind(handle.createQuery(OUTCOMES), question);
        Map<Slice, Monthly> scores = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> scores.merge(MonthBuckets.slice(row), monthly(row), Monthly::plus))
                .list();
        return scores;
    }

    private static Monthly monthly(ResultSet row) throws SQLException {
        Score score = Score.of(Outcome.valueOf(row.getString("outcome")), row.getLong("tickets"));
        return Monthly.of(row.getInt("month"), score);
    }
}
