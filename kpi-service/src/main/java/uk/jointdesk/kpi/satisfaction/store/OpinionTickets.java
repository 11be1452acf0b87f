package uk.jointdesk.kpi.satisfaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.answer.store.NamedRows;
import uk.jointdesk.kpi.breakdown.domain.NamedTickets;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.satisfaction.domain.Said;

/** The tickets that users gave an opinion of, by name: the rows that {@link SatisfactionStore} only counts. */
@ApplicationScoped
public class OpinionTickets {

    private static final String ABOUT = "select partner, priority, type, queue, organisation, category, ticket, ";

    private static final String TICKETS = """
            select %2$s, width_bucket(said_on, cast(:starts as date[])) - 1 as month, counted_as, ticket from (
                %1$s rated_on as said_on,
                     case when rating >= 4 then 'POSITIVE' when rating = 3 then 'NEUTRAL' else 'NEGATIVE' end as counted_as
                  from rating where rated_on between :from and :to and rating is not null
                union all
                %1$s rated_on,
                     case when recommend >= 9 then 'PROMOTER' when recommend >= 7 then 'PASSIVE' else 'DETRACTOR' end
                  from rating where rated_on between :from and :to and recommend is not null
                union all
                %1$s answered_on, case when satisfied then 'SATISFIED' else 'UNSATISFIED' end
                  from survey where answered_on between :from and :to
                union all
                %1$s answered_on, case when timely then 'TIMELY' else 'UNTIMELY' end
                  from survey where answered_on between :from and :to
                union all
                %1$s invited_on, case when answered_on is null then 'SILENT' else 'RESPONDED' end
                  from survey where invited and invited_on between :from and :to
            ) said order by ticket
            """.formatted(ABOUT, MonthBuckets.SLICE);

    private final ScopedDb db;

    public OpinionTickets(ScopedDb db) {
        this.db = db;
    }

    /** Those of the whole service. */
    public Map<Slice, NamedTickets<Said>> ofWholeService(Question question) {
        return db.as(PartnerScope.ALL)
                .read(handle -> NamedRows.read(MonthBuckets.bind(handle.createQuery(TICKETS), question), Said.class));
    }
}
