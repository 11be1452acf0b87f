package uk.jointdesk.kpi.satisfaction.store;

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
import uk.jointdesk.kpi.satisfaction.domain.Satisfaction;

/** Counts ratings by the month they were given in, answers likewise, and surveys by the month they were sent in. */
@ApplicationScoped
public class SatisfactionStore {

    private static final String MONTH = "width_bucket(%s, cast(:starts as date[])) - 1";

    private static final String COUNTS = """
            select %1$s, %2$s as month,
                   count(*) filter (where rating >= 4) as positive, count(*) filter (where rating = 3) as neutral,
                   count(*) filter (where rating <= 2) as negative,
                   count(*) filter (where recommend >= 9) as promoters,
                   count(*) filter (where recommend between 7 and 8) as passives,
                   count(*) filter (where recommend <= 6) as detractors,
                   0 as answers, 0 as satisfied, 0 as timely, 0 as sent, 0 as answered
              from rating where rated_on between :from and :to and %5$s
             group by 1, 2, 3, 4, 5, 6, 7
            union all
            select %1$s, %3$s, 0, 0, 0, 0, 0, 0,
                   count(*), count(*) filter (where satisfied), count(*) filter (where timely), 0, 0
              from survey where answered_on between :from and :to and %5$s
             group by 1, 2, 3, 4, 5, 6, 7
            union all
            select %1$s, %4$s, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), count(answered_on)
              from survey where invited and invited_on between :from and :to and %5$s
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(
                    MonthBuckets.SLICE,
                    MONTH.formatted("rated_on"),
                    MONTH.formatted("answered_on"),
                    MONTH.formatted("invited_on"),
                    TicketFilter.CONDITION);

    private static final String GIVEN = "coalesce(sum(given) filter (where opinion = '%s'), 0) as %s";

    private static final String KEPT = KeptMonths.numbered("""
            select %s, %s
              from opinion_month where %s and %s
             group by 1, 2, 3, 4, 5, 6, 7 having bool_or(given <> 0)
            """.formatted(
                    KeptMonths.SLICE,
                    String.join(
                            ", ",
                            GIVEN.formatted("POSITIVE", "positive"),
                            GIVEN.formatted("NEUTRAL", "neutral"),
                            GIVEN.formatted("NEGATIVE", "negative"),
                            GIVEN.formatted("PROMOTER", "promoters"),
                            GIVEN.formatted("PASSIVE", "passives"),
                            GIVEN.formatted("DETRACTOR", "detractors"),
                            GIVEN.formatted("ANSWER", "answers"),
                            GIVEN.formatted("SATISFIED", "satisfied"),
                            GIVEN.formatted("TIMELY", "timely"),
                            GIVEN.formatted("SENT", "sent"),
                            GIVEN.formatted("HEARD", "answered")),
                    KeptMonths.MONTHS,
                    KeptMonths.CONDITION));

    private final ScopedDb db;

    public SatisfactionStore(ScopedDb db) {
        this.db = db;
    }

    /** The counts in the caller's scope, as finely as the question needs them. */
    public AsAt<Map<Slice, Satisfaction>> counts(Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, question, partners)));
    }

    private static Map<Slice, Satisfaction> read(Handle handle, Question question, PartnerRows partners) {
        Query query =
                MonthBuckets.bindAddedUp(handle.createQuery(KeptMonths.answer(question) ? KEPT : COUNTS), question);
        Map<Slice, Satisfaction> counts = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> counts.merge(MonthBuckets.slice(row), satisfaction(row), Satisfaction::plus))
                .list();
        return counts;
    }

    private static Satisfaction satisfaction(ResultSet row) throws SQLException {
        return new Satisfaction(
                new Satisfaction.Ratings(row.getLong("positive"), row.getLong("neutral"), row.getLong("negative")),
                new Satisfaction.Recommendations(
                        row.getLong("promoters"), row.getLong("passives"), row.getLong("detractors")),
                new Satisfaction.Answers(row.getLong("answers"), row.getLong("satisfied"), row.getLong("timely")),
                new Satisfaction.Invitations(row.getLong("sent"), row.getLong("answered")));
    }
}
