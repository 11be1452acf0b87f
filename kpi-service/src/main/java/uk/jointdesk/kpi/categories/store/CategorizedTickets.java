package uk.jointdesk.kpi.categories.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.NamedRows;
import uk.jointdesk.kpi.breakdown.domain.NamedTickets;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.categories.domain.Counted;

/** The tickets logged in a range, by name: the rows that {@link CategoryStore} only counts. */
@ApplicationScoped
public class CategorizedTickets {

    private static final String LOGGED = """
            select %s, width_bucket(started_on, cast(:starts as date[])) - 1 as month, 'LOGGED' as counted_as, ticket
              from open_spell
             where started_on between :from and :to and entered = 'LOGGED'
             order by ticket
            """.formatted(MonthBuckets.SLICE);

    private final ScopedDb db;

    public CategorizedTickets(ScopedDb db) {
        this.db = db;
    }

    /** Those of the whole service; the question is broken down by category. */
    public Map<Slice, NamedTickets<Counted>> ofWholeService(Question question) {
        return db.as(PartnerScope.ALL)
                .read(handle -> NamedRows.read(MonthBuckets.bind(handle.createQuery(LOGGED), question), Counted.class));
    }
}
