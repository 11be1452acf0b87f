package uk.jointdesk.kpi.restatement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.restatement.domain.CellChange;

/** Facts in the order in which they came to be known here. */
final class Arrivals {

    private static final String FIRST = """
            select min(e.at) as first from fact_event e
             where e.ticket in (select n.ticket from fact_event n where n.arrival > :after)
            """;

    private Arrivals() {}

    static long newest(Handle handle) {
        return handle.createQuery("select coalesce(max(arrival), 0) from fact_event")
                .mapTo(Long.class)
                .one();
    }

    /** When the life of the oldest ticket began of which something has arrived since; empty when nothing has. */
    static Optional<Instant> oldestLifeTouched(Handle handle, long after) {
        return handle.createQuery(FIRST)
                .bind("after", after)
                .map((row, context) -> Optional.ofNullable(instant(row, "first")))
                .one();
    }

    /** What has arrived since about some tickets, the oldest arrival first. */
    static Map<String, List<CellChange.Cause>> since(Handle handle, long after, Collection<String> tickets) {
        Map<String, List<CellChange.Cause>> causes = new HashMap<>();
        handle.createQuery("""
                        select ticket, event_id, event, at, recorded_at from fact_event
                         where ticket = any(:tickets) and arrival > :after order by arrival
                        """)
                .bindArray("tickets", String.class, tickets)
                .bind("after", after)
                .map((row, context) -> causes.computeIfAbsent(row.getString("ticket"), none -> new ArrayList<>())
                        .add(cause(row)))
                .list();
        return causes;
    }

    private static CellChange.Cause cause(ResultSet row) throws SQLException {
        return new CellChange.Cause(
                row.getString("event_id"), row.getString("event"), instant(row, "at"), instant(row, "recorded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
