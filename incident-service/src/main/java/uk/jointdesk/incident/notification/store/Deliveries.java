package uk.jointdesk.incident.notification.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.notification.domain.Delivery;
import uk.jointdesk.incident.notification.domain.DeliveryState;
import uk.jointdesk.incident.notification.domain.Due;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;

/** What one subscriber was told or could not be told, the latest first, and telling it again. */
@ApplicationScoped
public class Deliveries {

    private static final String FROM =
            "select d.*, a.id as announcement_id, a.topic, a.partner, a.occurred_at, a.payload"
                    + " from delivery d join announcement a on a.id = d.announcement where d.subscription = :subscription";
    /** What is in a process's hands just now is about to be told anyway. */
    private static final String REPLAY = "update delivery set state = 'PENDING', attempts = 0, next_at = :now,"
            + " delivered_at = null where subscription = :subscription and lease_owner is null";

    private final ScopedDb db;
    private final Clock clock;

    public Deliveries(ScopedDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Page<Delivery> page(UUID subscription, DeliveryState state, String cursor, int limit) {
        List<String> after = cursor == null ? null : Cursor.decode(cursor, 2);
        String sql = FROM + (state == null ? "" : " and d.state = :state")
                + (after == null ? "" : " and (d.created_at, d.id) < (:at, :id)")
                + " order by d.created_at desc, d.id desc limit :limit";
        List<Delivery> found = db.read(handle -> handle.createQuery(sql)
                .bind("subscription", subscription)
                .bind("state", state == null ? null : state.name())
                .bind("at", after == null ? null : Rows.utc(Cursor.instant(after.get(0))))
                .bind("id", after == null ? null : Ids.ofCursor(after.get(1)))
                .bind("limit", limit + 1)
                .map((row, context) -> read(row))
                .list());
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.createdAt().toString(), last.id().toString()));
    }

    /** Tells one announcement again, under the id it had, with all its tries before it. */
    public Delivery replay(UUID subscription, UUID delivery) {
        return db.write(handle -> {
            handle.createUpdate(REPLAY + " and id = :id")
                    .bind("now", Rows.utc(clock.instant()))
                    .bind("subscription", subscription)
                    .bind("id", delivery)
                    .execute();
            return find(handle, subscription, delivery).orElseThrow(Refusal::notFound);
        });
    }

    /**
     * Tells everything again that was put out in a span.
     *
     * @param to excluded
     * @param state only what stands so; null for all
     * @return how many
     */
    public int replay(UUID subscription, Instant from, Instant to, DeliveryState state) {
        return db.write(handle -> handle.createUpdate(REPLAY + " and created_at >= :from and created_at < :to"
                        + (state == null ? "" : " and state = :state"))
                .bind("now", Rows.utc(clock.instant()))
                .bind("subscription", subscription)
                .bind("from", Rows.utc(from))
                .bind("to", Rows.utc(to))
                .bind("state", state == null ? null : state.name())
                .execute());
    }

    private static Optional<Delivery> find(Handle handle, UUID subscription, UUID delivery) {
        return handle.createQuery(FROM + " and d.id = :id")
                .bind("subscription", subscription)
                .bind("id", delivery)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static Delivery read(ResultSet row) throws SQLException {
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        Due.Message message = new Due.Message(
                row.getObject("announcement_id", UUID.class),
                row.getString("topic"),
                row.getString("partner"),
                Rows.instant(row, "occurred_at"),
                row.getString("payload"));
        return new Delivery(
                row.getObject("id", UUID.class),
                message,
                state,
                row.getInt("attempts"),
                Rows.instant(row, "created_at"),
                state == DeliveryState.PENDING ? Rows.instant(row, "next_at") : null,
                Rows.instant(row, "tried_at"),
                Rows.instant(row, "delivered_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_answer"));
    }
}
