package uk.jointdesk.incident.notification.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.notification.domain.Answer;
import uk.jointdesk.incident.notification.domain.Due;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Who delivers what just now. What is due is found by its index; deliveries that another process has in hand are
 * skipped, not waited for. A mark counts only while the lease is the marker's own.
 */
@ApplicationScoped
public class DeliveryLeases {

    private static final String CLAIM = """
            with due as (
              select d.id from delivery d join subscription s on s.id = d.subscription
              where d.state = 'PENDING' and d.next_at <= :now and s.active
                and (d.lease_until is null or d.lease_until < clock_timestamp())
              order by d.next_at, d.id limit :limit for update of d skip locked),
            mine as (
              update delivery d
              set lease_owner = :owner, lease_until = clock_timestamp() + :lease * interval '1 millisecond'
              from due where d.id = due.id returning d.*)
            select s.*, m.id as delivery, m.attempts, a.id as announcement, a.topic, a.partner, a.occurred_at, a.payload,
              s.former_until > :now as both_keys
            from mine m join announcement a on a.id = m.announcement join subscription s on s.id = m.subscription
            """;
    private static final String MARK = "update delivery set state = :state, next_at = :next, attempts = attempts + 1,"
            + " tried_at = :now, delivered_at = case when :state = 'DELIVERED' then cast(:now as timestamptz) end,"
            + " last_status = :status, last_answer = :answer, lease_owner = null, lease_until = null"
            + " where id = :id and lease_owner = :owner and state = 'PENDING'";
    /** As much of an answer as is kept. */
    private static final int LONGEST_ANSWER = 1_024;

    private final ScopedDb db;
    private final SubscriptionRows rows;
    private final long leaseMillis;

    public DeliveryLeases(
            ScopedDb db,
            SubscriptionRows rows,
            @ConfigProperty(name = "jointdesk.notifications.lease") Duration lease) {
        this.db = db;
        this.rows = rows;
        this.leaseMillis = lease.toMillis();
    }

    /** Takes what has been due the longest, no more than so many. */
    public List<Due> claim(UUID owner, int limit, Instant now) {
        return db.as(PartnerScope.ALL).write(handle -> handle.createQuery(CLAIM)
                .bind("now", Rows.utc(now))
                .bind("limit", limit)
                .bind("owner", owner)
                .bind("lease", leaseMillis)
                .map((row, context) -> due(row, owner))
                .list());
    }

    public void delivered(Due due, Answer answer, Instant now) {
        db.as(PartnerScope.ALL).run(handle -> mark(handle, due, answer, "DELIVERED", now, now));
    }

    public void retry(Due due, Answer answer, Instant now, Instant next) {
        db.as(PartnerScope.ALL).run(handle -> mark(handle, due, answer, "PENDING", now, next));
    }

    public void dead(Due due, Answer answer, Instant now) {
        db.as(PartnerScope.ALL).run(handle -> mark(handle, due, answer, "DEAD", now, now));
    }

    /** The receiver wants nothing more: the subscription is switched off, and what else waits for it is given up. */
    public void gone(Due due, Answer answer, Instant now) {
        db.as(PartnerScope.ALL).run(handle -> {
            mark(handle, due, answer, "DEAD", now, now);
            handle.createUpdate("update subscription set active = false, version = version + 1,"
                            + " disabled_reason = 'The receiver answered 410 Gone.' where id = :id and active")
                    .bind("id", due.subscription().id())
                    .execute();
            handle.createUpdate("update delivery set state = 'DEAD', last_answer = 'The receiver was gone.'"
                            + " where subscription = :id and state = 'PENDING' and lease_owner is null")
                    .bind("id", due.subscription().id())
                    .execute();
        });
    }

    /** Puts it off without counting a try. */
    public void postpone(Due due, Instant until) {
        db.as(PartnerScope.ALL).run(handle -> handle.createUpdate(
                        "update delivery set next_at = :until, lease_owner = null, lease_until = null"
                                + " where id = :id and lease_owner = :owner and state = 'PENDING'")
                .bind("until", Rows.utc(until))
                .bind("id", due.delivery())
                .bind("owner", due.owner())
                .execute());
    }

    private static void mark(Handle handle, Due due, Answer answer, String state, Instant now, Instant next) {
        String text = answer.text();
        handle.createUpdate(MARK)
                .bind("state", state)
                .bind("next", Rows.utc(next))
                .bind("now", Rows.utc(now))
                .bind("status", answer.status())
                .bind(
                        "answer",
                        text == null || text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER))
                .bind("id", due.delivery())
                .bind("owner", due.owner())
                .execute();
    }

    private Due due(ResultSet row, UUID owner) throws SQLException {
        List<byte[]> keys = new ArrayList<>();
        if (row.getBytes("secret") != null) {
            keys.add(row.getBytes("secret"));
        }
        if (row.getBoolean("both_keys")) {
            keys.add(row.getBytes("former_secret"));
        }
        Due.Message message = new Due.Message(
                row.getObject("announcement", UUID.class),
                row.getString("topic"),
                row.getString("partner"),
                Rows.instant(row, "occurred_at"),
                row.getString("payload"));
        return new Due(
                row.getObject("delivery", UUID.class), owner, row.getInt("attempts"), rows.read(row), keys, message);
    }
}
