package uk.jointdesk.finance.intake.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.ImportRow;
import uk.jointdesk.finance.intake.domain.RowError;
import uk.jointdesk.finance.intake.store.ImportLeases.Lease;
import uk.jointdesk.finance.year.domain.Period;

/** Some rows on their way into the ledger, and what became of each. */
final class Batch {
    private final Handle h;
    private final ImportProfile profile;
    private final StagedRows staged;
    private final List<RowError> errors = new ArrayList<>();
    private final Tally accepted = new Tally();
    private final Tally suspense = new Tally();
    private final Tally duplicates = new Tally();
    private final Tally rejected = new Tally();

    Batch(Handle h, Lease lease, ImportProfile profile) {
        this.h = h;
        this.profile = profile;
        this.staged = new StagedRows(h, profile, lease);
    }

    void take(List<ImportRow> rows) {
        rows.stream().filter(row -> row.error() != null).forEach(row -> reject(row, row.error()));
        List<ImportRow> fresh =
                fresh(rows.stream().filter(row -> row.error() == null).toList());
        if (!fresh.isEmpty()) {
            staged.stage(fresh);
            post(fresh);
        }
        errors.sort(Comparator.comparingLong(RowError::row));
    }

    /** Leaves out what is known; a line whose id came before with something else to say is no duplicate but an error. */
    private List<ImportRow> fresh(List<ImportRow> good) {
        Map<String, String> known = new HashMap<>(LineKeys.known(h, profile.source(), good));
        List<ImportRow> fresh = new ArrayList<>();
        for (ImportRow row : good) {
            String before = known.putIfAbsent(row.reference(), row.digest());
            if (before == null) {
                fresh.add(row);
            } else if (before.equals(row.digest())) {
                duplicates.add(row);
            } else {
                String said = "came before with another content; reverse that posting and send it under a new id";
                reject(row, row.refused("line-changed", said, "/lineId"));
            }
        }
        return fresh;
    }

    /** All at once; else, when the ledger refuses some, by period, since a closed one refuses all of its rows. */
    private void post(List<ImportRow> rows) {
        if (tried(rows) == null) {
            return;
        }
        Map<Period, List<ImportRow>> periods = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Period.containing(row.payment().date())));
        if (periods.size() == 1) {
            postParts(rows);
        } else {
            // Staged rows are posted by ranges of their numbers, so each period is staged anew.
            periods.values().forEach(this::restage);
        }
    }

    private void restage(List<ImportRow> rows) {
        h.execute("drop table staged");
        staged.stage(rows);
        postParts(rows);
    }

    /** Finds the rows that the ledger refuses by halving, so that the others go in. */
    private void postParts(List<ImportRow> rows) {
        RefusedByLedger refusal = tried(rows);
        if (refusal == null) {
            return;
        }
        if (rows.size() == 1 || refusal.isPeriodClosed()) {
            rows.forEach(row -> reject(row, row.refused(refusal.code(), refusal.message(), null)));
            return;
        }
        int half = rows.size() / 2;
        postParts(rows.subList(0, half));
        postParts(rows.subList(half, rows.size()));
    }

    /** Null when they are posted, else why not; then nothing was. */
    private RefusedByLedger tried(List<ImportRow> rows) {
        h.savepoint("rows");
        try {
            staged.post(rows.get(0).number(), rows.get(rows.size() - 1).number());
        } catch (RuntimeException failure) {
            RefusedByLedger refusal = RefusedByLedger.in(failure).orElseThrow(() -> failure);
            h.rollbackToSavepoint("rows");
            return refusal;
        }
        h.releaseSavepoint("rows");
        rows.forEach(this::accept);
        return null;
    }

    private void accept(ImportRow row) {
        accepted.add(row);
        if (row.target() == null) {
            suspense.add(row);
        }
    }

    private void reject(ImportRow row, RowError error) {
        rejected.add(row);
        errors.add(error);
    }

    List<RowError> errors() {
        return errors;
    }

    Tally accepted() {
        return accepted;
    }

    Tally suspense() {
        return suspense;
    }

    Tally duplicates() {
        return duplicates;
    }

    Tally rejected() {
        return rejected;
    }
}
