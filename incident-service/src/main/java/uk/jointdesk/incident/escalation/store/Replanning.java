package uk.jointdesk.incident.escalation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.escalation.store.RuleChanges.Change;
import uk.jointdesk.incident.ticket.store.OpenTickets;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * After a change of hours or agreements, judges the open tickets it concerns by the new rules: their rows say when they
 * are due now, and their thresholds move. Nothing has happened to the tickets, so neither their versions nor the feed
 * tell of it. A batch is a transaction that notes how far it came.
 */
@ApplicationScoped
public class Replanning {

    private static final int BATCH = 200;

    private final ScopedDb db;
    private final OpenTickets tickets;
    private final EscalationPlanner planner;
    private final Clock clock;

    public Replanning(ScopedDb db, OpenTickets tickets, EscalationPlanner planner, Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.planner = planner;
        this.clock = clock;
    }

    /** Judges all tickets again that a change of rules concerns, as far as no other replica is at it. */
    public void catchUp() {
        db.as(PartnerScope.ALL).run(RuleChanges::settle);
        boolean more = true;
        while (more) {
            more = db.as(PartnerScope.ALL).write(this::batch);
        }
    }

    /** False when there is nothing left to do. */
    boolean batch(Handle handle) {
        return RuleChanges.next(handle).map(change -> batch(handle, change)).orElse(false);
    }

    private boolean batch(Handle handle, Change change) {
        List<String> partners = change.everybody() ? null : change.partners();
        List<String> concerned = tickets.after(handle, change.doneUpTo(), partners, BATCH);
        planner.judgedAgain(handle, tickets.judgeAgain(handle, concerned, clock.instant()));
        RuleChanges.goOn(handle, change, concerned, concerned.size() < BATCH);
        return true;
    }
}
