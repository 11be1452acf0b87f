package uk.jointdesk.incident.problem.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.problem.domain.Occurrence;
import uk.jointdesk.incident.problem.domain.Problem;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** The incidents behind which a problem stands. Each caller counts those that are its own to see. */
@ApplicationScoped
public class ProblemTickets {

    private final ScopedDb db;
    private final AuditedRequest request;
    private final Caller caller;
    private final Clock clock;

    public ProblemTickets(ScopedDb db, AuditedRequest request, Caller caller, Clock clock) {
        this.db = db;
        this.request = request;
        this.caller = caller;
        this.clock = clock;
    }

    /** The incidents in the order in which they were logged. */
    public List<Occurrence> of(String problem) {
        return db.read(handle -> handle.createQuery("select t.reference, t.partner, t.logged_at from problem_ticket p"
                        + " join ticket t on t.reference = p.ticket where p.problem = :problem"
                        + " order by t.ordered_at, t.reference")
                .bind("problem", problem)
                .map((row, context) -> new Occurrence(
                        row.getString("reference"), row.getString("partner"), Rows.instant(row, "logged_at")))
                .list());
    }

    /** The major incidents that name the problem, as far as the caller may read them. */
    public List<String> majorIncidents(String problem) {
        return db.read(handle -> handle.createQuery(
                        "select reference from major_incident where problem = :problem order by number")
                .bind("problem", problem)
                .mapTo(String.class)
                .list());
    }

    /**
     * Links a ticket; linking it again changes nothing. The problem's version does not count its tickets: no council
     * learns how many others have.
     */
    public Problem link(String problem, String ticket) {
        return db.write(handle -> {
            Problem now = ProblemStore.locked(handle, problem, null);
            if (!concerns(handle, problem, ticket)) {
                throw Refusal.refused(
                        "ticket-unknown", "There is no such ticket.", new FieldError("/ticket", "is unknown"));
            }
            handle.createUpdate("insert into problem_ticket (problem, ticket, linked_at, linked_by)"
                            + " values (:problem, :ticket, :now, :client) on conflict do nothing")
                    .bind("problem", problem)
                    .bind("ticket", ticket)
                    .bind("now", Rows.utc(clock.instant()))
                    .bind("client", caller.client())
                    .execute();
            return now;
        });
    }

    public Problem unlink(String problem, String ticket, long expectedVersion) {
        return db.write(handle -> {
            Problem now = ProblemStore.locked(handle, problem, expectedVersion);
            concerns(handle, problem, ticket);
            int gone = handle.createUpdate("delete from problem_ticket where problem = :problem and ticket = :ticket")
                    .bind("problem", problem)
                    .bind("ticket", ticket)
                    .execute();
            if (gone == 0) {
                throw Refusal.notFound();
            }
            return now;
        });
    }

    /** What is done with a ticket concerns its partner only. */
    private boolean concerns(Handle handle, String problem, String ticket) {
        Optional<List<String>> concerned = handle.createQuery("select partner from ticket where reference = :ticket")
                .bind("ticket", ticket)
                .map((row, context) -> Collections.singletonList(row.getString("partner")))
                .findOne();
        concerned.ifPresent(partner -> request.about(problem, partner));
        return concerned.isPresent();
    }
}
