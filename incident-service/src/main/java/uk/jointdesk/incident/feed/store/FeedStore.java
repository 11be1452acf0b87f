package uk.jointdesk.incident.feed.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import uk.jointdesk.incident.feed.FeedItem;
import uk.jointdesk.incident.queue.domain.QueueRegister;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.feed.FeedHorizon;
import uk.jointdesk.kit.feed.FeedPosition;

/**
 * All events in the order of the transactions that wrote them. Nothing is handed out at or above the lowest transaction
 * that still runs, so a reader that goes on from its last position misses nothing, however late a writer commits.
 */
@ApplicationScoped
public class FeedStore {

    private static final String NEXT = """
            with page as materialized (
              select * from ticket_event where (xid, id) > (:xid, :id) and xid < :horizon order by xid, id limit :limit)
            select e.*, t.source, t.source_reference, t.partner as holder
            from page e join ticket t on t.reference = e.ticket order by e.xid, e.id
            """;

    private final ScopedDb db;
    private final ObjectMapper json;
    private final QueuesInForce queues;

    public FeedStore(ScopedDb db, ObjectMapper json, QueuesInForce queues) {
        this.db = db;
        this.json = json;
        this.queues = queues;
    }

    public List<FeedItem> after(FeedPosition position, int limit) {
        return db.read(handle -> {
            long horizon = FeedHorizon.below(handle);
            QueueRegister register = queues.read(handle);
            return handle.createQuery(NEXT)
                    .bind("xid", position.transaction())
                    .bind("id", position.row())
                    .bind("horizon", horizon)
                    .bind("limit", limit)
                    .map((row, context) -> item(row, register))
                    .list();
        });
    }

    private FeedItem item(ResultSet row, QueueRegister register) throws SQLException {
        String partner = row.getString("partner");
        String holder = row.getString("holder");
        boolean nobodys = partner == null && holder == null;
        String queue = row.getString("queue");
        Detail detail = detail(row.getString("detail"));
        return new FeedItem(
                new FeedPosition(row.getLong("xid"), row.getLong("id")).text(),
                row.getString("ticket"),
                row.getString("source"),
                row.getString("source_reference"),
                row.getString("event"),
                Rows.instant(row, "at"),
                row.getLong("sequence"),
                row.getBoolean("snapshot"),
                Rows.instant(row, "recorded_at"),
                row.getString("type"),
                row.getString("priority"),
                partner,
                nobodys ? true : null,
                queue,
                register.organisationOf(queue, partner == null ? holder : partner)
                        .orElse(null),
                detail.handled().service(),
                row.getString("category"),
                row.getString("catalogue_item"),
                row.getString("reason"),
                row.getString("into_reference"),
                row.getString("supersedes"),
                detail.rating(),
                detail.recommend(),
                row.getString("sender_id"),
                Fact.idOf(row.getBytes("digest")),
                row.getString("bulk_closure"));
    }

    private Detail detail(String text) {
        try {
            return text == null ? Detail.NOTHING : json.readValue(text, Detail.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored detail cannot be read", e);
        }
    }
}
