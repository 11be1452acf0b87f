package uk.jointdesk.incident.escalation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.escalation.domain.ManualEscalation;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Escalations by people; append-only. */
@ApplicationScoped
public class ManualEscalations {

    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;

    public ManualEscalations(ScopedDb db, Caller caller, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes down that the caller escalates a ticket that is its to write to. */
    public ManualEscalation add(String ticket, String reason) {
        return db.write(handle -> {
            UUID id = UUID.randomUUID();
            int written = handle.createUpdate("insert into manual_escalation (id, ticket, partner, at, by, reason)"
                            + " select :id, t.reference, t.partner, :at, :by, :reason from ticket t"
                            + " where t.reference = :ticket")
                    .bind("id", id)
                    .bind("ticket", ticket)
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("by", caller.client())
                    .bind("reason", reason)
                    .execute();
            if (written == 0) {
                throw Refusal.notFound();
            }
            return of(ticket).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** A ticket's, the earliest first. */
    public List<ManualEscalation> of(String ticket) {
        return db.read(
                handle -> handle.createQuery("select * from manual_escalation where ticket = :ticket order by at, id")
                        .bind("ticket", ticket)
                        .map((row, context) -> new ManualEscalation(
                                row.getObject("id", UUID.class),
                                row.getString("ticket"),
                                row.getString("partner"),
                                Rows.instant(row, "at"),
                                row.getString("by"),
                                row.getString("reason")))
                        .list());
    }
}
