package uk.jointdesk.finance.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.intake.domain.ImportJob;
import uk.jointdesk.finance.intake.domain.RowError;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/** Imports as finance officers look at them. */
@ApplicationScoped
public class ImportJobs {
    private static final String SELECT = "select * from import_job where status <> 'RECEIVING'"
            + " and (:profile::text is null or profile = :profile)"
            + " and (:at::timestamptz is null or (received_at, id) < (:at, :id::uuid))"
            + " order by received_at desc, id desc limit :limit";
    private final ScopedDb db;

    public ImportJobs(ScopedDb db) {
        this.db = db;
    }

    /** The latest first; {@code profile} and {@code cursor} may be null. */
    public Page<ImportJob> page(String profile, String cursor, int limit) {
        Place after = cursor == null ? new Place(null, null) : Place.of(cursor);
        List<ImportJob> rows = db.read(h -> h.createQuery(SELECT)
                .bind("profile", profile)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", limit + 1)
                .map(ImportJobs::job)
                .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(last.receivedAt().toString(), last.id().toString()));
    }

    private record Place(OffsetDateTime at, UUID id) {
        static Place of(String cursor) {
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                return new Place(OffsetDateTime.parse(keys.get(0)), UUID.fromString(keys.get(1)));
            } catch (DateTimeException | IllegalArgumentException notOurs) {
                throw Cursor.invalid();
            }
        }
    }

    public Optional<ImportJob> find(UUID id) {
        return db.read(h -> h.createQuery("select * from import_job where id = :id and status <> 'RECEIVING'")
                .bind("id", id)
                .map(ImportJobs::job)
                .findOne());
    }

    public Page<RowError> errors(UUID id, String cursor, int limit) {
        long after = cursor == null ? 0 : row(Cursor.decode(cursor, 1).get(0));
        List<RowError> rows = db.read(h -> h.createQuery(
                        "select * from import_error where import = :id and row > :after order by row limit :limit")
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit + 1)
                .map((row, context) -> new RowError(
                        row.getLong("row"),
                        row.getLong("line"),
                        row.getString("code"),
                        row.getString("message"),
                        row.getString("pointer"),
                        row.getString("excerpt")))
                .list());
        return Page.of(rows, limit, last -> Cursor.encode(Long.toString(last.row())));
    }

    private static long row(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static ImportJob job(ResultSet row, StatementContext context) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("profile"),
                row.getInt("profile_version"),
                row.getString("source"),
                row.getObject("line_date", LocalDate.class),
                row.getString("client"),
                row.getString("status"),
                row.getLong("bytes"),
                instant(row, "received_at"),
                instant(row, "finished_at"),
                counts(row),
                sums(row),
                row.getString("failure_code"),
                row.getString("failure_detail"));
    }

    private static ImportJob.Counts counts(ResultSet row) throws SQLException {
        return new ImportJob.Counts(
                row.getLong("rows_read"),
                row.getLong("accepted"),
                row.getLong("suspense"),
                row.getLong("duplicates"),
                row.getLong("rejected"));
    }

    private static ImportJob.Sums sums(ResultSet row) throws SQLException {
        Long stated = row.getObject("stated_pence", Long.class);
        return new ImportJob.Sums(
                Money.ofPence(row.getLong("accepted_pence")),
                Money.ofPence(row.getLong("suspense_pence")),
                Money.ofPence(row.getLong("duplicate_pence")),
                Money.ofPence(row.getLong("rejected_pence")),
                stated == null ? null : Money.ofPence(stated));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
