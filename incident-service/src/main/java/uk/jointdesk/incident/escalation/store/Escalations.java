package uk.jointdesk.incident.escalation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.incident.escalation.domain.Due;
import uk.jointdesk.incident.escalation.domain.Escalation;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** What was announced, as far as the caller may see it, and what will be if nothing happens. */
@ApplicationScoped
public class Escalations {

    private static final String NEXT_DUE = "select * from escalation_due where not late and due_at <= :until"
            + " and (due_at, ticket, metric, threshold) > (cast(:at as timestamptz), :ticket, :metric, :threshold)"
            + " order by due_at, ticket, metric, threshold limit :limit";

    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;

    public Escalations(ScopedDb db, Caller caller, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
    }

    /** The latest first. */
    public Page<Escalation> page(EscalationFilter filter, String cursor, int limit) {
        EscalationFilter.Conditions conditions = filter.conditions();
        if (cursor != null) {
            List<String> last = Cursor.decode(cursor, 2);
            conditions.add("(e.announced_at, e.id) < (cast(:at as timestamptz), :id)", "id", uuid(last.get(1)));
            conditions.values().put("at", Cursor.instant(last.get(0)).toString());
        }
        String sql =
                EscalationRows.SELECT + conditions.where() + " order by e.announced_at desc, e.id desc limit :limit";
        List<Escalation> rows = db.read(handle -> {
            Query query = handle.createQuery(sql).bind("limit", limit + 1);
            conditions.values().forEach(query::bind);
            return query.map((row, context) -> EscalationRows.escalation(row)).list();
        });
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(last.announcedAt().toString(), last.id().toString()));
    }

    /** What is due within a span, the next first. */
    public Page<Due> ahead(Duration within, String cursor, int limit) {
        List<String> last = cursor == null ? List.of(Instant.EPOCH.toString(), "", "", "") : Cursor.decode(cursor, 4);
        List<Due> rows = db.read(handle -> handle.createQuery(NEXT_DUE)
                .bind("until", clock.instant().plus(within).atOffset(ZoneOffset.UTC))
                .bind("at", Cursor.instant(last.get(0)).toString())
                .bind("ticket", last.get(1))
                .bind("metric", last.get(2))
                .bind("threshold", last.get(3))
                .bind("limit", limit + 1)
                .map((row, context) -> DueRows.due(row))
                .list());
        return Page.of(
                rows, limit, due -> Cursor.encode(due.dueAt().toString(), due.ticket(), due.metric(), due.threshold()));
    }

    /** The announcement, or 404 when it is unknown or not the caller's. */
    public Escalation find(UUID id) {
        return db.read(handle -> find(handle, id));
    }

    /** Takes notice of an announcement, once; 409 when somebody has. */
    public Escalation acknowledge(UUID id, String reason) {
        return db.write(handle -> {
            find(handle, id);
            int written = handle.createUpdate("insert into escalation_acknowledgement (escalation, at, by, reason)"
                            + " values (:id, :at, :by, :reason) on conflict do nothing")
                    .bind("id", id)
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("by", caller.client())
                    .bind("reason", reason)
                    .execute();
            if (written == 0) {
                throw Refusal.conflict("escalation-acknowledged", "Somebody has taken notice of it already.");
            }
            return find(handle, id);
        });
    }

    private static Escalation find(Handle handle, UUID id) {
        return handle.createQuery(EscalationRows.SELECT + " where e.id = :id")
                .bind("id", id)
                .map((row, context) -> EscalationRows.escalation(row))
                .findOne()
                .orElseThrow(Refusal::notFound);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
