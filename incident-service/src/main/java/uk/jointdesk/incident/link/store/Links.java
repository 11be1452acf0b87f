package uk.jointdesk.incident.link.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.link.domain.Link;
import uk.jointdesk.incident.link.domain.LinkKind;
import uk.jointdesk.incident.link.domain.LinkRules;
import uk.jointdesk.incident.link.domain.LinkRules.Edge;
import uk.jointdesk.incident.link.domain.LinkRules.Objection;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.version.Version;

/** Links between tickets. Row-level security hides a link from who may not see both of its ends. */
@ApplicationScoped
public class Links {

    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;

    public Links(ScopedDb db, Caller caller, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
    }

    /** The links of a ticket that hold now, the oldest first. */
    public List<Link> of(String ticket) {
        return everOf(ticket).stream().filter(link -> link.removedAt() == null).toList();
    }

    /** All links that a ticket ever had, the oldest first. */
    public List<Link> everOf(String ticket) {
        return db.read(handle -> handle.createQuery(
                        "select * from ticket_link where ticket = :ticket or other = :ticket order by added_at, id")
                .bind("ticket", ticket)
                .map((row, context) -> link(row))
                .list());
    }

    public Link add(Edge edge) {
        return db.write(handle -> {
            hold(handle, edge);
            lock(handle);
            checkVisible(handle, edge);
            LinkRules.objection(edge, ticket -> outgoing(handle, edge.kind(), ticket))
                    .ifPresent(Links::refuse);
            Link link = new Link(UUID.randomUUID(), edge, clock.instant(), caller.client(), null, null, 1);
            // A link that the caller may not see holds the same place.
            int linked = handle.createUpdate("insert into ticket_link (id, kind, ticket, other, added_at, added_by)"
                            + " values (:id, :kind, :ticket, :other, :at, :by) on conflict do nothing")
                    .bind("id", link.id())
                    .bind("kind", edge.kind().name())
                    .bind("ticket", edge.ticket())
                    .bind("other", edge.other())
                    .bind("at", link.addedAt().atOffset(ZoneOffset.UTC))
                    .bind("by", link.addedBy())
                    .execute();
            if (linked == 0) {
                refuse(Objection.SECOND_PARENT);
            }
            return link;
        });
    }

    /** Tickets before the lock on links, as a split takes them: the other way round two would wait for each other. */
    private static void hold(Handle handle, Edge edge) {
        handle.createQuery("select reference from ticket where reference in (:ticket, :other)"
                        + " order by reference for key share")
                .bind("ticket", edge.ticket())
                .bind("other", edge.other())
                .mapTo(String.class)
                .list();
    }

    public void remove(String ticket, UUID id, long expectedVersion) {
        db.run(handle -> {
            Link link = handle.createQuery("select * from ticket_link where id = :id"
                            + " and (ticket = :ticket or other = :ticket) and removed_at is null for update")
                    .bind("id", id)
                    .bind("ticket", ticket)
                    .map((row, context) -> link(row))
                    .findOne()
                    .orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, link.version());
            handle.createUpdate("update ticket_link set removed_at = :at, removed_by = :by, version = version + 1"
                            + " where id = :id")
                    .bind("id", id)
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("by", caller.client())
                    .execute();
        });
    }

    /** One link is made at a time, so that two at once make no circle. */
    private static void lock(Handle handle) {
        handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended('ticket_link', 0))) locked")
                .mapTo(Integer.class)
                .one();
    }

    private static void checkVisible(Handle handle, Edge edge) {
        int visible = handle.createQuery("select count(*) from ticket where reference in (:ticket, :other)")
                .bind("ticket", edge.ticket())
                .bind("other", edge.other())
                .mapTo(Integer.class)
                .one();
        if (visible < 2 && !edge.ticket().equals(edge.other())) {
            throw Refusal.refused(
                    "ticket-unknown", "There is no such ticket to link to.", new FieldError("/ticket", "is unknown"));
        }
    }

    private static Collection<Edge> outgoing(Handle handle, LinkKind kind, String ticket) {
        return handle.createQuery(
                        "select * from ticket_link" + " where kind = :kind and ticket = :ticket and removed_at is null")
                .bind("kind", kind.name())
                .bind("ticket", ticket)
                .map((row, context) -> link(row).edge())
                .list();
    }

    private static void refuse(Objection objection) {
        FieldError ticket = new FieldError("/ticket", objection.detail());
        int status = objection == Objection.TO_ITSELF ? 422 : 409;
        throw new Refusal(status, objection.code(), objection.detail(), ticket);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                new Edge(LinkKind.valueOf(row.getString("kind")), row.getString("ticket"), row.getString("other")),
                Rows.instant(row, "added_at"),
                row.getString("added_by"),
                Rows.instant(row, "removed_at"),
                row.getString("removed_by"),
                row.getLong("version"));
    }
}
