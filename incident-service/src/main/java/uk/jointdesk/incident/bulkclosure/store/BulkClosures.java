package uk.jointdesk.incident.bulkclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure.Status;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure.Undo;
import uk.jointdesk.incident.bulkclosure.store.Selections.Selection;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;

/** Bulk closures as they are asked for, read and taken back. The work itself is done in batches behind them. */
@ApplicationScoped
public class BulkClosures {

    private static final String INSERT =
            "insert into bulk_closure (id, status, dry_run, scope, client, reason, authoriser,"
                    + " requested_at, finished_at) values (:id, :status, cast(:dryRun as uuid), string_to_array(:scope, ','), :client, :reason,"
                    + " :authoriser, :now, cast(:finishedAt as timestamptz))";
    private static final String UNDO = "update bulk_closure set status = 'UNDOING', undo_reason = :reason,"
            + " undo_client = :client, undo_at = :now, lease_owner = null, lease_until = null where id = :id";

    private final ScopedDb db;
    private final Selections selections;
    private final Caller caller;
    private final Clock clock;

    public BulkClosures(ScopedDb db, Selections selections, Caller caller, Clock clock) {
        this.db = db;
        this.selections = selections;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes down what is to be closed, or what would be. */
    public BulkClosure accept(Status status, Selection selection, String reason, String authoriser) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        return db.write(handle -> {
            handle.createUpdate(INSERT)
                    .bind("id", id)
                    .bind("status", status.name())
                    .bind("dryRun", selection.dryRun())
                    .bind("scope", caller.scope().setting())
                    .bind("client", caller.client())
                    .bind("reason", reason)
                    .bind("authoriser", authoriser)
                    .bind("now", Rows.utc(now))
                    .bind("finishedAt", status == Status.PLANNED ? Rows.utc(now) : null)
                    .execute();
            selections.write(handle, id, selection, now);
            return find(handle, id, false).orElseThrow(Refusal::notFound);
        });
    }

    /** The closure, or 404 when it is unknown or covers more than the caller's scope. */
    public BulkClosure read(UUID id) {
        return db.read(handle -> find(handle, id, false)).orElseThrow(Refusal::notFound);
    }

    /** Has it taken back, if it is done and not too long ago. */
    public BulkClosure undo(UUID id, String reason) {
        Instant now = clock.instant();
        return db.write(handle -> {
            BulkClosure closure = find(handle, id, true).orElseThrow(Refusal::notFound);
            checkUndoable(closure, now);
            handle.createUpdate(UNDO)
                    .bind("id", id)
                    .bind("reason", reason)
                    .bind("client", caller.client())
                    .bind("now", Rows.utc(now))
                    .execute();
            return find(handle, id, false).orElseThrow(Refusal::notFound);
        });
    }

    private static void checkUndoable(BulkClosure closure, Instant now) {
        if (closure.status() != Status.COMPLETED) {
            throw Refusal.conflict(
                    "bulk-closure-not-completed", "Only a completed bulk closure can be undone, and only once.");
        }
        if (!now.isBefore(closure.undoUntil())) {
            throw Refusal.conflict(
                    "undo-period-over", "It could be undone until " + closure.undoUntil() + "; reopen what is needed.");
        }
    }

    /** Forgets dry runs that nobody is going to act upon any more. */
    public void dropDryRuns(Duration olderThan) {
        Instant before = clock.instant().minus(olderThan);
        db.as(PartnerScope.ALL).run(handle -> handle.createUpdate(
                        "delete from bulk_closure where status = 'PLANNED' and requested_at < :before")
                .bind("before", Rows.utc(before))
                .execute());
    }

    private static Optional<BulkClosure> find(Handle handle, UUID id, boolean lock) {
        return handle.createQuery("select * from bulk_closure where id = :id" + (lock ? " for update" : ""))
                .bind("id", id)
                .map((row, context) -> closure(row))
                .findOne();
    }

    static BulkClosure closure(ResultSet row) throws SQLException {
        Instant undoneFrom = Rows.instant(row, "undo_at");
        return new BulkClosure(
                row.getObject("id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getObject("dry_run", UUID.class),
                row.getString("client"),
                row.getString("reason"),
                row.getString("authoriser"),
                Rows.instant(row, "requested_at"),
                Rows.instant(row, "finished_at"),
                Rows.instant(row, "undo_until"),
                undoneFrom == null
                        ? null
                        : new Undo(
                                row.getString("undo_reason"),
                                row.getString("undo_client"),
                                undoneFrom,
                                Rows.instant(row, "undone_at")));
    }
}
