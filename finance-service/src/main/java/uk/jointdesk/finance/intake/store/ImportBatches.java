package uk.jointdesk.finance.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.ImportRow;
import uk.jointdesk.finance.intake.domain.RowError;
import uk.jointdesk.finance.intake.store.ImportLeases.Lease;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Takes rows in, a batch a transaction. The counters, which are the checkpoint, go with the rows: after a crash nothing
 * is counted twice and nothing is missing.
 */
@ApplicationScoped
public class ImportBatches {
    private final ScopedDb.Scoped db;
    private final ImportLeases leases;

    public ImportBatches(ScopedDb db, ImportLeases leases) {
        this.db = db.as(PartnerScope.ALL);
        this.leases = leases;
    }

    /** Takes a batch in; false when another worker has the import now, and nothing was done. */
    public boolean take(Lease lease, ImportProfile profile, List<ImportRow> rows) {
        return db.write(h -> leases.renew(h, lease) && write(h, lease, profile, rows));
    }

    private static boolean write(Handle h, Lease lease, ImportProfile profile, List<ImportRow> rows) {
        // A batch looks a few thousand rows up by key. Priced for spinning disks, that looks dearer than reading all.
        h.execute("set local random_page_cost = 1.1");
        // Two bodies of one source may hold the same line: the second must see what the first has written.
        h.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "import/" + profile.source());
        Batch batch = new Batch(h, lease, profile);
        batch.take(rows);
        writeErrors(h, lease, batch.errors());
        checkpoint(h, lease, batch);
        return true;
    }

    private static void writeErrors(Handle h, Lease lease, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                h.prepareBatch("insert into import_error (import, row, line, code, message, pointer, excerpt)"
                        + " values (:import, :row, :line, :code, :message, :pointer, :excerpt)");
        for (RowError error : errors) {
            batch.bind("import", lease.id()).bindMethods(error).add();
        }
        batch.execute();
    }

    private static void checkpoint(Handle h, Lease lease, Batch batch) {
        h.createUpdate("update import_job set rows_read = rows_read + :accepted + :duplicates + :rejected,"
                        + " accepted = accepted + :accepted, suspense = suspense + :suspense,"
                        + " duplicates = duplicates + :duplicates, rejected = rejected + :rejected,"
                        + " accepted_pence = accepted_pence + :acceptedPence,"
                        + " suspense_pence = suspense_pence + :suspensePence,"
                        + " duplicate_pence = duplicate_pence + :duplicatePence,"
                        + " rejected_pence = rejected_pence + :rejectedPence where id = :id")
                .bind("accepted", batch.accepted().count())
                .bind("suspense", batch.suspense().count())
                .bind("duplicates", batch.duplicates().count())
                .bind("rejected", batch.rejected().count())
                .bind("acceptedPence", batch.accepted().pence())
                .bind("suspensePence", batch.suspense().pence())
                .bind("duplicatePence", batch.duplicates().pence())
                .bind("rejectedPence", batch.rejected().pence())
                .bind("id", lease.id())
                .execute();
    }
}
