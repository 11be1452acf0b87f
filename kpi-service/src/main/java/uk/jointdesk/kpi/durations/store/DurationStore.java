package uk.jointdesk.kpi.durations.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
import uk.jointdesk.kpi.durations.domain.Durations;
import uk.jointdesk.kpi.durations.domain.ResolutionTimes;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;

/** Reads how long each resolved ticket took. */
@ApplicationScoped
public class DurationStore {

    private static final String TIMES = """
            select %s, width_bucket(counted_on, cast(:starts as date[])) - 1 as month,
                   array_agg(consumed_millis) filter (where outcome in ('MET', 'BREACHED')) as service,
                   array_agg(cast(extract(epoch from resolved_at - logged_at) * 1000 as bigint)) as elapsed
              from ticket_fact
             where counted_on between :from and :to and outcome in ('MET', 'BREACHED', 'NO_TARGET') and %s
             group by 1, 2, 3, 4, 5, 6, 7
            """.formatted(MonthBuckets.SLICE, TicketFilter.CONDITION);

    private final ScopedDb db;

    public DurationStore(ScopedDb db) {
        this.db = db;
    }

    /** The times in the caller's scope, as finely as the question needs them. */
    public AsAt<Map<Slice, ResolutionTimes>> times(Question question, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, question, partners)));
    }

    private static Map<Slice, ResolutionTimes> read(Handle handle, Question question, PartnerRows partners) {
        Query query = MonthBuckets.bind(handle.createQuery(TIMES), question);
        Map<Slice, ResolutionTimes> times = new HashMap<>();
        TicketFilter.bind(query, question.filter(), partners)
                .map((row, context) -> times.merge(MonthBuckets.slice(row), times(row), ResolutionTimes::plus))
                .list();
        return times;
    }

    private static ResolutionTimes times(ResultSet row) throws SQLException {
        return new ResolutionTimes(durations(row.getArray("service")), durations(row.getArray("elapsed")));
    }

    private static Durations durations(Array millis) throws SQLException {
        return millis == null
                ? Durations.NONE
                : Durations.of(Arrays.stream((Long[]) millis.getArray())
                        .mapToLong(Long::longValue)
                        .toArray());
    }
}
