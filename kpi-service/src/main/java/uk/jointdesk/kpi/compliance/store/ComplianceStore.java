package uk.jointdesk.kpi.compliance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Set<Outcome> COUNT = EnumSet.complementOf(EnumSet.of(Outcome.OPEN));

    /** One row a slice, with a column for each outcome. */
    private static final String COUNTED = """
            select %s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month, %s
              from %s
             where counted_on between :from and :to and %s
             group by 1, 2, 3, 4, 5, 6, 7
            """;

    private static final String KEPT = """
            select %s, %s
              from outcome_month
             where metric = '%s' and %s and %s
             group by 1, 2, 3, 4, 5, 6, 7 having sum(tickets) <> 0
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
        String sums = each("coalesce(sum(tickets) filter (where outcome = '%1$s'), 0) as %1$s");
        return KeptMonths.numbered(
                KEPT.formatted(KeptMonths.SLICE, sums, metric.name(), KeptMonths.MONTHS, KeptMonths.CONDITION));
    }

    private static String counted(Metric metric) {
        String facts = metric == Metric.RESPONSE ? "response_fact" : "ticket_fact";
        String counts = each("count(*) filter (where outcome = '%1$s') as %1$s");
        return COUNTED.formatted(MonthBuckets.SLICE, counts, facts, TicketFilter.CONDITION);
    }

    private static String each(String column) {
        return COUNT.stream().map(column::formatted).collect(Collectors.joining(", "));
    }

    private static Monthly monthly(ResultSet row) throws SQLException {
        Score score = Score.NOTHING;
        for (Outcome outcome : COUNT) {
            long tickets = row.getLong(outcome.name());
            score = tickets == 0 ? score : score.plus(Score.of(outcome, tickets));
        }
        return Monthly.of(row.getInt("month"), score);
    }
}
