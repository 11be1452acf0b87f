package uk.jointdesk.incident.bulkclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.incident.bulkclosure.domain.Cause;
import uk.jointdesk.incident.bulkclosure.domain.Closing;
import uk.jointdesk.incident.bulkclosure.domain.Decision;
import uk.jointdesk.incident.bulkclosure.domain.Undoing;
import uk.jointdesk.incident.bulkclosure.store.BulkClosureLeases.Lease;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.EventRows.Provenance;
import uk.jointdesk.incident.ticket.store.TicketBatches;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.db.ScopedDb;

/**
 * Closes or undoes, a batch a transaction, in the scope of the client that asked. What became of each ticket is written
 * with the ticket itself: after a crash nothing is done twice and nothing is forgotten.
 */
@ApplicationScoped
public class BulkClosureBatches {

    private static final String NEXT = "select reference, chosen_version, closed_version from bulk_closure_ticket"
            + " where closure = :closure and state = :state order by reference limit :limit";
    private static final String DONE = "update bulk_closure_ticket set state = :state, cause = :cause,"
            + " events = coalesce(string_to_array(:events, ','), events),"
            + " closed_version = coalesce(:version, closed_version) where closure = :closure and reference = :reference";

    private final ScopedDb db;
    private final TicketBatches tickets;
    private final BulkClosureLeases leases;
    private final Clock clock;
    private final int batch;
    private final Duration undoPeriod;

    public BulkClosureBatches(
            ScopedDb db,
            TicketBatches tickets,
            BulkClosureLeases leases,
            Clock clock,
            @ConfigProperty(name = "jointdesk.bulk-closure.batch") int batch,
            @ConfigProperty(name = "jointdesk.bulk-closure.undo-period") Duration undoPeriod) {
        this.db = db;
        this.tickets = tickets;
        this.leases = leases;
        this.clock = clock;
        this.batch = batch;
        this.undoPeriod = undoPeriod;
    }

    private record Pending(String reference, long chosenVersion, long closedVersion) {}

    /** Works off the next batch; false when none is left or another worker has the closure now. */
    public boolean next(Lease lease) {
        return db.as(lease.scope()).write(handle -> leases.renew(handle, lease) && next(handle, lease));
    }

    private boolean next(Handle handle, Lease lease) {
        List<Pending> pending = pending(handle, lease);
        if (pending.isEmpty()) {
            finish(handle, lease);
            return false;
        }
        Instant now = clock.instant();
        Provenance provenance = new Provenance(lease.client(), now, null, lease.id());
        Map<String, Pending> byReference = new HashMap<>();
        pending.forEach(one -> byReference.put(one.reference(), one));
        Map<String, Decision> decisions = new HashMap<>();
        List<Ticket> grown = tickets.change(handle, byReference.keySet(), provenance, seen -> {
            String reference = seen.ticket().identity().reference();
            Decision decision = decide(lease, seen, byReference.get(reference), now);
            decisions.put(reference, decision);
            return decision.facts();
        });
        record(handle, lease, pending, decisions, grown);
        return true;
    }

    private static Decision decide(Lease lease, Seen seen, Pending pending, Instant now) {
        return lease.undoing()
                ? Undoing.of(seen.ticket(), seen.recorded(), lease.id(), pending.closedVersion(), now)
                : Closing.of(seen.ticket(), seen.history(), pending.chosenVersion(), now);
    }

    private List<Pending> pending(Handle handle, Lease lease) {
        return handle.createQuery(NEXT)
                .bind("closure", lease.id())
                .bind("state", lease.undoing() ? "CLOSED" : "PENDING")
                .bind("limit", batch)
                .map((row, context) -> new Pending(
                        row.getString("reference"), row.getLong("chosen_version"), row.getLong("closed_version")))
                .list();
    }

    /** A ticket without a decision is out of the scope's sight: gone to another partner since. */
    private static void record(
            Handle handle, Lease lease, List<Pending> pending, Map<String, Decision> decisions, List<Ticket> grown) {
        Map<String, Long> versions = new HashMap<>();
        grown.forEach(ticket -> versions.put(ticket.identity().reference(), ticket.version()));
        PreparedBatch updates = handle.prepareBatch(DONE);
        for (Pending one : pending) {
            Decision decision = decisions.get(one.reference());
            boolean done = versions.containsKey(one.reference());
            Cause cause = decision == null ? Cause.NOT_FOUND : decision.cause();
            boolean closed = done && !lease.undoing();
            updates.bind("closure", lease.id())
                    .bind("reference", one.reference())
                    .bind("state", state(lease.undoing(), done))
                    .bind("cause", done ? null : cause.name())
                    .bind("events", closed ? String.join(",", decision.events()) : null)
                    .bind("version", closed ? versions.get(one.reference()) : null)
                    .add();
        }
        updates.execute();
    }

    private static String state(boolean undoing, boolean done) {
        if (undoing) {
            return done ? "UNDONE" : "LEFT";
        }
        return done ? "CLOSED" : "SKIPPED";
    }

    private void finish(Handle handle, Lease lease) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String change = lease.undoing()
                ? "status = 'UNDONE', undone_at = :now"
                : "status = 'COMPLETED', finished_at = :now, undo_until = :until";
        handle.createUpdate(
                        "update bulk_closure set " + change + ", lease_owner = null, lease_until = null where id = :id")
                .bind("now", now)
                .bind("until", now.plus(undoPeriod))
                .bind("id", lease.id())
                .execute();
    }
}
