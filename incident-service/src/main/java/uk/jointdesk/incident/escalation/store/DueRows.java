package uk.jointdesk.incident.escalation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import uk.jointdesk.incident.escalation.domain.Due;

/** The thresholds ahead, found by the instant at which they are reached. */
final class DueRows {

    private static final String KEYS =
            "unnest(:ticket, :metric, :threshold, :clock) as n(ticket, metric, threshold, clock)";
    private static final String SAME =
            "n.ticket = d.ticket and n.metric = d.metric and n.threshold = d.threshold" + " and n.clock = d.clock";
    private static final String PUT = """
            insert into escalation_due as d (ticket, metric, threshold, clock, partner, priority, due_at, late)
            select n.ticket, n.metric, n.threshold, n.clock, n.partner, n.priority, cast(n.due_at as timestamptz),
              cast(n.late as boolean)
            from unnest(:ticket, :metric, :threshold, :clock, :partner, :priority, :dueAt, :late)
              as n(ticket, metric, threshold, clock, partner, priority, due_at, late)
            where not exists (select from escalation e where e.ticket = n.ticket and e.metric = n.metric
              and e.threshold = n.threshold and e.clock = n.clock)
            on conflict (ticket, metric, threshold) do update set (partner, priority, due_at, late)
              = (excluded.partner, excluded.priority, excluded.due_at, excluded.late)
              where (d.partner, d.priority, d.due_at) is distinct from
                (excluded.partner, excluded.priority, excluded.due_at)
            """;
    /** What can still be news goes first, however much of an old history waits to be written down. */
    private static final String TAKE = "select * from escalation_due where %s and due_at <= :now"
            + " order by due_at limit :most for update skip locked";

    private DueRows() {}

    /** Drops what these tickets had ahead and have no longer. */
    static void drop(Handle handle, List<String> tickets, List<Due> ahead) {
        if (!tickets.isEmpty()) {
            keys(
                            handle.createUpdate("delete from escalation_due d where d.ticket = any(:tickets)"
                                    + " and not exists (select from " + KEYS + " where " + SAME + ")"),
                            ahead)
                    .bindArray("tickets", String.class, tickets.toArray())
                    .execute();
        }
    }

    /** Writes down what lies ahead, except what was announced already. */
    static void put(Handle handle, List<Due> ahead) {
        if (!ahead.isEmpty()) {
            texts(keys(handle.createUpdate(PUT), ahead), ahead, "partner", Due::partner)
                    .bindArray("priority", String.class, column(ahead, Due::priority))
                    .bindArray("dueAt", String.class, column(ahead, due -> due.dueAt()
                            .toString()))
                    .bindArray("late", String.class, column(ahead, due -> Boolean.toString(due.late())))
                    .execute();
        }
    }

    /** What is due by now; it is nobody else's until the transaction ends, and others' are left to them. */
    static List<Due> take(Handle handle, Instant now, int most, boolean late) {
        return handle.createQuery(TAKE.formatted(late ? "late" : "not late"))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, context) -> due(row))
                .list();
    }

    static void remove(Handle handle, List<Due> taken) {
        keys(handle.createUpdate("delete from escalation_due d using " + KEYS + " where " + SAME), taken)
                .execute();
    }

    static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("ticket"),
                row.getString("metric"),
                row.getString("threshold"),
                row.getString("clock"),
                row.getString("partner"),
                row.getString("priority"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("late"));
    }

    private static <S extends SqlStatement<S>> S keys(S statement, List<Due> rows) {
        S named = texts(statement, rows, "ticket", Due::ticket);
        texts(named, rows, "metric", Due::metric);
        texts(named, rows, "threshold", Due::threshold);
        return texts(named, rows, "clock", Due::clock);
    }

    static <S extends SqlStatement<S>> S texts(S statement, List<Due> rows, String name, Function<Due, String> column) {
        return statement.bindArray(name, String.class, column(rows, column));
    }

    private static Object[] column(List<Due> rows, Function<Due, String> column) {
        return rows.stream().map(column).toArray();
    }
}
