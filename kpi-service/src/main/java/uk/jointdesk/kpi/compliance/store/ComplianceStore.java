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
import uk.jointdesk.kpi.answer.store.KeptMonths;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Monthly;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.servicelevel.agreement.Metric;

/** Counts judged tickets by the month they count in. */
@ApplicationScoped
public class ComplianceStore {

    private static final String OUTCOMES = """
            select %s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month, outcome, count(*) as tickets
              from %s
             where counted_on between :from and :to and %s
             group by 1, 2, 3, 4, 5, 6, 7, 8
            """;

    private static final String KEPT = """
            select %s, width_bucket(month, cast(:starts as date[])) - 1 as month, outcome, sum(tickets) as tickets
              from outcome_month
             where metric = '%s' and %s and %s
             group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(tickets) <> 0
            """;

    private final ScopedDb db;

    public ComplianceStore(ScopedDb db) {
        this.db = db;
    }

    /** The scores of the resolution clock. */
    public AsAt<Map<Slice, Monthly>> scores(Question question, PartnerRows partners) {
        return scores(Metric.RESOLUTION, question, partners);
    }

    /** The scores of a clock in the caller's scope, as finely as the question needs them. */
    public AsAt<Map<Slice, Monthly>> scores(Metric metric, Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, metric, question, partners)));
    }

    private static Map<Slice, Monthly> read(Handle handle, Metric metric, Question question, PartnerRows partners) {
        String outcomes = KeptMonths.answer(question) ? kept(metric) : counted(metric);
        Query query = MonthBuckets.bind(handle.createQuery(outcomes), question);
        Map<Slice, Monthly> scores = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> scores.merge(MonthBuckets.slice(row), monthly(row), Monthly::plus))
                .list();
        return scores;
    }

    private static String kept(Metric metric) {
        return KEPT.formatted(KeptMonths.SLICE, metric.name(), KeptMonths.MONTHS, KeptMonths.CONDITION);
    }

    private static String counted(Metric metric) {
        String facts = metric == Metric.RESPONSE ? "response_fact" : "ticket_fact";
        return OUTCOMES.formatted(MonthBuckets.SLICE, facts, TicketFilter.CONDITION);
    }

    private static Monthly monthly(ResultSet row) throws SQLException {
        Score score = Score.of(Outcome.valueOf(row.getString("outcome")), row.getLong("tickets"));
        return Monthly.of(row.getInt("month"), score);
    }
}
