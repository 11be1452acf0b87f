package uk.jointdesk.incident.watcher.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.watcher.domain.Watcher;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** Who watches which ticket. A partner's watchers do not go with a ticket that is handed on. */
@ApplicationScoped
public class Watchers {

    private static final String OF_TICKET = "select w.* from ticket_watcher w join ticket t on t.reference = w.ticket"
            + " where w.ticket = :ticket and (w.partner is null or w.partner = t.partner)";

    private final ScopedDb db;

    public Watchers(ScopedDb db) {
        this.db = db;
    }

    public List<Watcher> of(String ticket) {
        return db.read(handle -> handle.createQuery(OF_TICKET + " order by w.added_at, w.watcher")
                .bind("ticket", ticket)
                .map((row, context) -> watcher(row))
                .list());
    }

    /** Adds a watcher; who watches already for the same goes on watching. */
    public Watcher add(String ticket, Watcher watcher) {
        return db.write(handle -> {
            handle.createUpdate(
                            "insert into ticket_watcher (ticket, watcher, partner, added_at, added_by)"
                                    + " values (:ticket, :watcher, :partner, :at, :by) on conflict (ticket, watcher, partner) do nothing")
                    .bind("ticket", ticket)
                    .bind("watcher", watcher.id())
                    .bind("partner", watcher.partner())
                    .bind("at", watcher.addedAt().atOffset(ZoneOffset.UTC))
                    .bind("by", watcher.addedBy())
                    .execute();
            return find(handle, ticket, watcher.id(), watcher.partner()).orElseThrow(Refusal::notFound);
        });
    }

    /** @param partner for whom it watches; null for the desk */
    public void remove(String ticket, String watcher, String partner, long expectedVersion) {
        db.run(handle -> {
            long version = find(handle, ticket, watcher, partner)
                    .orElseThrow(Refusal::notFound)
                    .version();
            Version.check(expectedVersion, version);
            handle.createUpdate("delete from ticket_watcher where ticket = :ticket and watcher = :watcher"
                            + " and partner is not distinct from :partner")
                    .bind("ticket", ticket)
                    .bind("watcher", watcher)
                    .bind("partner", partner)
                    .execute();
        });
    }

    private static Optional<Watcher> find(Handle handle, String ticket, String watcher, String partner) {
        return handle.createQuery(OF_TICKET + " and w.watcher = :watcher and w.partner is not distinct from :partner")
                .bind("ticket", ticket)
                .bind("watcher", watcher)
                .bind("partner", partner)
                .map((row, context) -> watcher(row))
                .findOne();
    }

    private static Watcher watcher(ResultSet row) throws SQLException {
        return new Watcher(
                row.getString("watcher"),
                row.getString("partner"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getLong("version"));
    }
}
