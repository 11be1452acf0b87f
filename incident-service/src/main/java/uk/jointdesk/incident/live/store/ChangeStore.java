package uk.jointdesk.incident.live.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import uk.jointdesk.incident.live.domain.Change;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.feed.FeedHorizon;
import uk.jointdesk.kit.feed.FeedPosition;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Changes of all tickets in the order of the change feed, read once for all who listen. Whoever passes them on says who
 * may see which.
 */
@ApplicationScoped
public class ChangeStore {

    private static final String NEXT = """
            with page as materialized (
              select xid, id, ticket, held_by, event, at from ticket_event
              where (xid, id) > (:xid, :id) and xid < :horizon order by xid, id limit :limit)
            select e.*, t.partner as holder, t.status, t.priority, t.version
            from page e join ticket t on t.reference = e.ticket order by e.xid, e.id
            """;

    private final ScopedDb db;

    public ChangeStore(ScopedDb db) {
        this.db = db;
    }

    /** A change and its place in the feed. */
    public record Placed(FeedPosition place, Change change) {}

    /** The place after all that may be read now. */
    public FeedPosition end() {
        return db.as(PartnerScope.ALL).read(handle -> new FeedPosition(FeedHorizon.below(handle) - 1, Long.MAX_VALUE));
    }

    public List<Placed> after(FeedPosition place, int limit) {
        return db.as(PartnerScope.ALL).read(handle -> {
            long horizon = FeedHorizon.below(handle);
            return handle.createQuery(NEXT)
                    .bind("xid", place.transaction())
                    .bind("id", place.row())
                    .bind("horizon", horizon)
                    .bind("limit", limit)
                    .map((row, context) -> placed(row))
                    .list();
        });
    }

    /** The key under which places are handed out; the same for every replica. */
    public byte[] key() {
        return db.as(PartnerScope.ALL).read(handle -> handle.createQuery("select key from stream_key")
                .map((row, context) -> row.getBytes("key"))
                .one());
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                new FeedPosition(row.getLong("xid"), row.getLong("id")),
                new Change(
                        row.getString("ticket"),
                        row.getString("holder"),
                        row.getString("held_by"),
                        row.getString("event"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("status"),
                        row.getString("priority"),
                        row.getLong("version")));
    }
}
