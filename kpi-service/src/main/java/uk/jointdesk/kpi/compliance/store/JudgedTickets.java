package uk.jointdesk.kpi.compliance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.store.MonthBuckets;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Judged;
import uk.jointdesk.kpi.compliance.domain.Outcome;

/** The tickets that compliance counts, by name: the rows that {@link ComplianceStore} counts without naming them. */
@ApplicationScoped
public class JudgedTickets {

    private static final String TICKETS = """
            select %s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month, outcome, ticket
              from ticket_fact
             where counted_on between :from and :to
             order by ticket
            """.formatted(MonthBuckets.SLICE);

    private final ScopedDb db;

    public JudgedTickets(ScopedDb db) {
        this.db = db;
    }

    private record Key(Slice slice, Outcome outcome) {}

    /** Those of the whole service. */
    public Map<Slice, Judged> ofWholeService(Question question) {
        return db.as(PartnerScope.ALL).read(handle -> read(handle, question));
    }

    private static Map<Slice, Judged> read(Handle handle, Question question) {
        Map<Key, List<String>> tickets = new HashMap<>();
        MonthBuckets.bind(handle.createQuery(TICKETS), question)
                .setFetchSize(5_000)
                .map((row, context) -> {
                    Key key = new Key(MonthBuckets.slice(row), Outcome.valueOf(row.getString("outcome")));
                    return tickets.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(row.getString("ticket"));
                })
                .list();
        Map<Slice, Judged> judged = new HashMap<>();
        tickets.forEach(
                (key, names) -> judged.merge(key.slice, Judged.of(key.outcome, List.copyOf(names)), Judged::plus));
        return judged;
    }
}
