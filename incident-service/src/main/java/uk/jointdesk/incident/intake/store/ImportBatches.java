package uk.jointdesk.incident.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.incident.intake.domain.Row;
import uk.jointdesk.incident.intake.domain.RowError;
import uk.jointdesk.incident.intake.store.ImportLeases.Lease;
import uk.jointdesk.incident.ticket.store.EventRows.Provenance;
import uk.jointdesk.incident.ticket.store.Tally;
import uk.jointdesk.incident.ticket.store.TicketLedger;
import uk.jointdesk.incident.ticket.store.TicketLedger.Sender;
import uk.jointdesk.kit.db.ScopedDb;

/**
 * Takes rows in, a batch a transaction, in the scope of the client that sent them. The counters and the checkpoint go
 * with the rows: after a crash nothing is counted twice and nothing is missing.
 */
@ApplicationScoped
public class ImportBatches {

    private final ScopedDb db;
    private final TicketLedger ledger;
    private final ImportLeases leases;
    private final Clock clock;

    public ImportBatches(ScopedDb db, TicketLedger ledger, ImportLeases leases, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.leases = leases;
        this.clock = clock;
    }

    /** Takes a batch in; false when another worker has the import now, and nothing was done. */
    public boolean take(Lease lease, List<Row> rows) {
        try {
            return db.as(lease.scope()).write(handle -> leases.renew(handle, lease) && write(handle, lease, rows));
        } catch (JdbiException failure) {
            if (!refusedByTheDatabase(failure)) {
                throw failure;
            }
            return takeApart(lease, rows);
        }
    }

    /** Finds the row that the database refuses by halving the batch, so that the others go in. */
    private boolean takeApart(Lease lease, List<Row> rows) {
        if (rows.size() == 1) {
            Row refused = rows.get(0).refuse("row-refused", "holds a value that cannot be stored", null);
            return rows.get(0).fact() != null && take(lease, List.of(refused));
        }
        int half = rows.size() / 2;
        return take(lease, rows.subList(0, half)) && take(lease, rows.subList(half, rows.size()));
    }

    /** Data that breaks a type, a constraint or a policy will do so again; a deadlock or a lost connection will not. */
    private static boolean refusedByTheDatabase(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("22") || state.startsWith("23") || state.equals("42501");
            }
        }
        return false;
    }

    private boolean write(Handle handle, Lease lease, List<Row> rows) {
        // A batch looks a few thousand rows up by key. Priced for spinning disks, that looks dearer than reading it
        // all.
        handle.execute("set local random_page_cost = 1.1");
        List<Row> good = rows.stream().filter(row -> row.fact() != null).toList();
        List<RowError> errors = new ArrayList<>();
        rows.stream().filter(row -> row.fact() == null).map(Row::error).forEach(errors::add);
        Provenance provenance = new Provenance(lease.client(), clock.instant(), lease.id());
        Sender sender = new Sender(lease.source().code(), lease.source().partner(), lease.scope(), provenance);
        Tally tally = ledger.take(handle, sender, good.stream().map(Row::fact).toList());
        tally.rejections().forEach(rejection -> errors.add(error(good.get(rejection.row()), rejection.reason())));
        writeErrors(handle, lease, errors);
        checkpoint(handle, lease, rows, tally, errors.size());
        return true;
    }

    private static RowError error(Row row, Tally.Reason reason) {
        return row.refuse(reason.code(), reason.message(), reason.pointer()).error();
    }

    private static void writeErrors(Handle handle, Lease lease, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("insert into import_error (import, row, line, code, message, pointer, excerpt)"
                        + " values (:import, :row, :line, :code, :message, :pointer, :excerpt)");
        for (RowError error : errors) {
            batch.bind("import", lease.id())
                    .bind("row", error.row())
                    .bind("line", error.line())
                    .bind("code", error.code())
                    .bind("message", error.message())
                    .bind("pointer", error.pointer())
                    .bind("excerpt", error.excerpt())
                    .add();
        }
        batch.execute();
    }

    private static void checkpoint(Handle handle, Lease lease, List<Row> rows, Tally tally, int rejected) {
        Row last = rows.get(rows.size() - 1);
        handle.createUpdate("update import_job set rows_read = rows_read + :read, accepted = accepted + :accepted,"
                        + " duplicates = duplicates + :duplicates, rejected = rejected + :rejected,"
                        + " tickets_created = tickets_created + :created, tickets_updated = tickets_updated + :updated,"
                        + " done_lines = :lines, done_bytes = :bytes where id = :id")
                .bind("read", rows.size())
                .bind("accepted", tally.accepted())
                .bind("duplicates", tally.duplicates())
                .bind("rejected", rejected)
                .bind("created", tally.ticketsCreated())
                .bind("updated", tally.ticketsUpdated())
                .bind("lines", last.line())
                .bind("bytes", last.end())
                .bind("id", lease.id())
                .execute();
    }
}
