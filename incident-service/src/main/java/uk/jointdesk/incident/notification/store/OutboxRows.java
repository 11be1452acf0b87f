package uk.jointdesk.incident.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.incident.notification.Outbox;
import uk.jointdesk.incident.notification.domain.Subscription;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The outbox as rows: an announcement, and a delivery for each subscription that wants it. */
@ApplicationScoped
public class OutboxRows implements Outbox {

    private static final String INTERESTED = "select * from subscription where active"
            + " and (partners = array['*'] or cast(:partner as text) = any(partners)) order by id";

    private final ScopedDb db;
    private final Clock clock;
    private final ObjectMapper json;
    private final SubscriptionRows rows;

    public OutboxRows(ScopedDb db, Clock clock, ObjectMapper json, SubscriptionRows rows) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.rows = rows;
    }

    @Override
    public void put(Handle handle, Announcement announcement) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("an announcement goes with the transaction of what it announces");
        }
        // Joins that transaction: a council's own change is told to subscribers whom the council cannot see.
        db.as(PartnerScope.ALL).run(everybodys -> write(everybodys, announcement));
    }

    private void write(Handle handle, Announcement announcement) {
        Instant now = clock.instant();
        if (insert(handle, announcement, now)) {
            Instant next = announcement.deliverAfter() == null ? now : announcement.deliverAfter();
            deliver(handle, announcement.id(), interested(handle, announcement), now, next);
        }
    }

    private boolean insert(Handle handle, Announcement announcement, Instant now) {
        return handle.createUpdate("insert into announcement (id, topic, partner, occurred_at, deliver_after, payload,"
                                + " recorded_at) values (:id, :topic, :partner, :occurredAt, :deliverAfter,"
                                + " cast(:payload as jsonb), :now) on conflict (id) do nothing")
                        .bind("id", announcement.id())
                        .bind("topic", announcement.topic())
                        .bind("partner", announcement.partner())
                        .bind("occurredAt", Rows.utc(announcement.occurredAt()))
                        .bind("deliverAfter", Rows.utc(announcement.deliverAfter()))
                        .bind("payload", text(announcement.payload()))
                        .bind("now", Rows.utc(now))
                        .execute()
                == 1;
    }

    private List<UUID> interested(Handle handle, Announcement announcement) {
        String priority = announcement.payload().get("priority") instanceof String text ? text : null;
        Integer threshold =
                announcement.payload().get("thresholdPercent") instanceof Number number ? number.intValue() : null;
        return handle
                .createQuery(INTERESTED)
                .bind("partner", announcement.partner())
                .map((row, context) -> rows.read(row))
                .list()
                .stream()
                .filter(subscription -> subscription.interest().covers(announcement.topic(), priority, threshold))
                .map(Subscription::id)
                .toList();
    }

    private static void deliver(Handle handle, UUID announcement, List<UUID> subscriptions, Instant now, Instant next) {
        if (subscriptions.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("insert into delivery (id, announcement, subscription, state, next_at, created_at)"
                        + " values (:id, :announcement, :subscription, 'PENDING', :next, :now)");
        for (UUID subscription : subscriptions) {
            batch.bind("id", UUID.randomUUID())
                    .bind("announcement", announcement)
                    .bind("subscription", subscription)
                    .bind("next", Rows.utc(next))
                    .bind("now", Rows.utc(now))
                    .add();
        }
        batch.execute();
    }

    private String text(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a payload is not JSON", e);
        }
    }
}
