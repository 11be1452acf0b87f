package uk.jointdesk.incident.bulkclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure;
import uk.jointdesk.incident.bulkclosure.domain.ClosedTicket;
import uk.jointdesk.incident.bulkclosure.domain.ClosedTicket.State;
import uk.jointdesk.incident.bulkclosure.domain.Count;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/** The lists and counts that a bulk closure shows. */
@ApplicationScoped
public class ClosedTickets {

    private final ScopedDb db;

    public ClosedTickets(ScopedDb db) {
        this.db = db;
    }

    /** Bulk closures, the latest first; dry runs are shown by their id only. */
    public Page<BulkClosure> closures(String cursor, int limit) {
        OffsetDateTime afterTime = null;
        UUID afterId = null;
        if (cursor != null) {
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                afterTime = Cursor.instant(keys.get(0)).atOffset(ZoneOffset.UTC);
                afterId = UUID.fromString(keys.get(1));
            } catch (IllegalArgumentException notOurs) {
                throw Cursor.invalid();
            }
        }
        return page(afterTime, afterId, limit);
    }

    private Page<BulkClosure> page(OffsetDateTime afterTime, UUID afterId, int limit) {
        String after = afterId == null ? "" : " and (requested_at, id) < (:afterTime, :afterId)";
        List<BulkClosure> rows =
                db.read(handle -> handle.createQuery("select * from bulk_closure where status <> 'PLANNED'" + after
                                + " order by requested_at desc, id desc limit :limit")
                        .bind("afterTime", afterTime)
                        .bind("afterId", afterId)
                        .bind("limit", limit + 1)
                        .map((row, context) -> BulkClosures.closure(row))
                        .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(last.requestedAt().toString(), last.id().toString()));
    }

    /** The tickets of a closure in the order of their references; of one state unless null. */
    public Page<ClosedTicket> tickets(UUID closure, State state, String cursor, int limit) {
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).get(0);
        String wanted = state == null ? "" : " and state = :state";
        List<ClosedTicket> rows = db.read(handle -> handle.createQuery(
                        "select * from bulk_closure_ticket where closure = :closure and reference > :after" + wanted
                                + " order by reference limit :limit")
                .bind("closure", closure)
                .bind("after", after)
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit + 1)
                .map((row, context) -> ticket(row))
                .list());
        return Page.of(rows, limit, last -> Cursor.encode(last.reference()));
    }

    /** How many of each partner, priority and age; those not found are nobody's. */
    public List<Count> counts(UUID closure) {
        return db.read(handle -> handle.createQuery("select partner, priority, age, state, count(*) as tickets"
                        + " from bulk_closure_ticket where closure = :closure group by partner, priority, age, state"
                        + " order by partner, priority, age, state")
                .bind("closure", closure)
                .map((row, context) -> new Count(
                        row.getString("partner"),
                        row.getString("priority"),
                        row.getString("age"),
                        State.valueOf(row.getString("state")),
                        row.getLong("tickets")))
                .list());
    }

    private static ClosedTicket ticket(ResultSet row) throws SQLException {
        Array events = row.getArray("events");
        return new ClosedTicket(
                row.getString("reference"),
                row.getString("partner"),
                row.getString("priority"),
                row.getString("age"),
                row.getString("chosen_status"),
                State.valueOf(row.getString("state")),
                row.getString("cause"),
                events == null ? null : List.of((String[]) events.getArray()));
    }
}
