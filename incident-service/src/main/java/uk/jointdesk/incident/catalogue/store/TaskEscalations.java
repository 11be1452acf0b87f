package uk.jointdesk.incident.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Tasks that nobody has started in time. Each is escalated once, whatever the number of replicas: the row says so, and
 * the desk reads it on the ticket. The next ones are found by an index of what is still to be escalated.
 */
@ApplicationScoped
public class TaskEscalations {

    private static final String ESCALATE = """
            with late as materialized (
              select f.id from fulfilment_task f join ticket t on t.reference = f.ticket
              where f.state = 'READY' and f.escalated_at is null and f.escalates_at <= :now
                and t.status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
              order by f.escalates_at limit 200 for update of f skip locked),
            escalated as (
              update fulfilment_task f set escalated_at = :now, version = f.version + 1
              from late where f.id = late.id returning f.ticket, f.title, f.queue)
            insert into note (id, ticket, held_by, at, author, visibility, text)
            select gen_random_uuid(), e.ticket, t.partner, :now, 'incident-service', 'INTERNAL',
              'Nobody in ' || e.queue || ' has started the task "' || e.title || '" in time.'
            from escalated e join ticket t on t.reference = e.ticket order by e.ticket
            """;

    private final ScopedDb db;

    public TaskEscalations(ScopedDb db) {
        this.db = db;
    }

    /** Escalates what is late at an instant, and says how many tasks were. */
    public int escalate(Instant now) {
        return db.as(PartnerScope.ALL).write(handle -> escalate(handle, now));
    }

    private static int escalate(Handle handle, Instant now) {
        return handle.createUpdate(ESCALATE)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
