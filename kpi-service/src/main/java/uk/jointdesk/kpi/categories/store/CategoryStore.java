package uk.jointdesk.kpi.categories.store;

import jakarta.enterprise.context.ApplicationScoped;
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
import uk.jointdesk.kpi.categories.domain.Counted;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;

/** Counts tickets by category. */
@ApplicationScoped
public class CategoryStore {

    private static final String COUNTS = """
            select %1$s, width_bucket(%2$s, cast(:starts as date[])) - 1 as month, count(*) as tickets
              from %3$s
             where %2$s between :from and :to and %4$s and %5$s
             group by 1, 2, 3, 4, 5, 6, 7
            """;

    private static final String KEPT = """
            select partner, priority, case when :byType then type end as type, null::text as queue,
                   null::text as organisation, category, %s, sum(tickets) as tickets
              from category_month
             where counted = '%s' and %s and %s
             group by 1, 2, 3, 4, 5, 6, 7 having sum(tickets) <> 0
            """;

    private final ScopedDb db;

    public CategoryStore(ScopedDb db) {
        this.db = db;
    }

    /** The counts in the caller's scope; the question is broken down by category. */
    public AsAt<Map<Slice, Long>> counts(Counted counted, Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, counted, question, partners)));
    }

    private static Map<Slice, Long> read(Handle handle, Counted counted, Question question, PartnerRows partners) {
        Query query = MonthBuckets.bindAddedUp(
                handle.createQuery(KeptMonths.answerByCategory(question) ? kept(counted) : sql(counted)), question);
        Map<Slice, Long> counts = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> counts.merge(MonthBuckets.slice(row), row.getLong("tickets"), Long::sum))
                .list();
        return counts;
    }

    private static String kept(Counted counted) {
        return KeptMonths.numbered(KEPT.formatted(
                KeptMonths.FIRST_DAY,
                counted.name(),
                KeptMonths.MONTHS,
                TicketFilter.WHOSE_AND_WHAT + TicketFilter.CATEGORY));
    }

    private static String sql(Counted counted) {
        return switch (counted) {
            case LOGGED ->
                COUNTS.formatted(
                        MonthBuckets.SLICE, "started_on", "open_spell", "entered = 'LOGGED'", TicketFilter.CONDITION);
            case RESOLVED ->
                COUNTS.formatted(
                        MonthBuckets.SLICE,
                        "counted_on",
                        "ticket_fact",
                        "outcome in ('MET', 'BREACHED', 'NO_TARGET')",
                        TicketFilter.CONDITION);
        };
    }
}
