package uk.jointdesk.incident.escalation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.escalation.domain.Due;
import uk.jointdesk.incident.escalation.domain.Escalation;
import uk.jointdesk.incident.escalation.domain.Escalation.Acknowledgement;
import uk.jointdesk.incident.ticket.store.Rows;

/** The append-only rows of what was announced. */
final class EscalationRows {

    /** A clock that announced before keeps its number; another one has the next. */
    private static final String APPEND = """
            insert into escalation (id, ticket, metric, threshold, clock, generation, partner, priority, reached_at,
              announced_at, deliver_after, late)
            select cast(n.id as uuid), n.ticket, n.metric, n.threshold, n.clock,
              coalesce(
                (select min(e.generation) from escalation e
                  where e.ticket = n.ticket and e.metric = n.metric and e.clock = n.clock),
                (select count(distinct e.clock) + 1 from escalation e
                  where e.ticket = n.ticket and e.metric = n.metric)),
              n.partner, n.priority, cast(n.reached_at as timestamptz), cast(:announcedAt as timestamptz),
              cast(n.deliver_after as timestamptz), n.deliver_after is null
            from unnest(:id, :ticket, :metric, :threshold, :clock, :partner, :priority, :reachedAt, :deliverAfter)
              as n(id, ticket, metric, threshold, clock, partner, priority, reached_at, deliver_after)
            on conflict (ticket, metric, threshold, clock) do nothing returning id
            """;

    /** What was announced, with who has taken notice of it; a former holder is not told what was done later. */
    static final String SELECT =
            "select e.*, a.at as acknowledged_at, a.by as acknowledged_by, a.reason as acknowledged_why"
                    + " from escalation e left join escalation_acknowledgement a on a.escalation = e.id"
                    + " and exists (select from ticket t where t.reference = e.ticket)";

    private EscalationRows() {}

    /** A threshold that is due, and when its recipients may be told; null for never. */
    record Told(Due due, Instant deliverAfter) {}

    /** Writes announcements down and tells which of them are new: whoever comes second, announces nothing. */
    static Set<UUID> append(Handle handle, List<Told> told, Instant now) {
        List<Due> due = told.stream().map(Told::due).toList();
        var insert = handle.createQuery(APPEND).bind("announcedAt", now.toString());
        DueRows.texts(insert, due, "id", each -> each.announcementId().toString());
        DueRows.texts(insert, due, "ticket", Due::ticket);
        DueRows.texts(insert, due, "metric", Due::metric);
        DueRows.texts(insert, due, "threshold", Due::threshold);
        DueRows.texts(insert, due, "clock", Due::clock);
        DueRows.texts(insert, due, "partner", Due::partner);
        DueRows.texts(insert, due, "priority", Due::priority);
        DueRows.texts(insert, due, "reachedAt", each -> each.dueAt().toString());
        Object[] deliverAfter = told.stream()
                .map(each -> Objects.toString(each.deliverAfter(), null))
                .toArray();
        return insert.bindArray("deliverAfter", String.class, deliverAfter)
                .mapTo(UUID.class)
                .set();
    }

    static Escalation escalation(ResultSet row) throws SQLException {
        Due reached = new Due(
                row.getString("ticket"),
                row.getString("metric"),
                row.getString("threshold"),
                row.getString("clock"),
                row.getString("partner"),
                row.getString("priority"),
                Rows.instant(row, "reached_at"),
                row.getBoolean("late"));
        return new Escalation(
                row.getObject("id", UUID.class),
                reached,
                row.getInt("generation"),
                Rows.instant(row, "announced_at"),
                Rows.instant(row, "deliver_after"),
                acknowledgement(row));
    }

    private static Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        Instant at = Rows.instant(row, "acknowledged_at");
        return at == null
                ? null
                : new Acknowledgement(at, row.getString("acknowledged_by"), row.getString("acknowledged_why"));
    }
}
