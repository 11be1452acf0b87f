package uk.jointdesk.incident.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.jointdesk.incident.intake.domain.ImportJob;
import uk.jointdesk.incident.intake.domain.RowError;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/** Imports as their senders and the desk look at them. */
@ApplicationScoped
public class ImportJobs {

    private final ScopedDb db;

    public ImportJobs(ScopedDb db) {
        this.db = db;
    }

    /**
     * Which imports a list shows; null sets no limit.
     *
     * @param client only those that this client sent
     */
    public record Filter(String source, String status, String client) {}

    public Page<ImportJob> page(Filter filter, String cursor, int limit) {
        String after = "";
        OffsetDateTime afterTime = null;
        UUID afterId = null;
        if (cursor != null) {
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                afterTime = Cursor.instant(keys.get(0)).atOffset(ZoneOffset.UTC);
                afterId = UUID.fromString(keys.get(1));
            } catch (IllegalArgumentException notOurs) {
                throw Cursor.invalid();
            }
            after = " and (received_at, id) < (:afterTime, :afterId)";
        }
        String sql = "select * from import_job where status <> 'RECEIVING'"
                + (filter.source() == null ? "" : " and source = :source")
                + (filter.status() == null ? "" : " and status = :status")
                + (filter.client() == null ? "" : " and client = :client")
                + after
                + " order by received_at desc, id desc limit :limit";
        OffsetDateTime time = afterTime;
        UUID id = afterId;
        List<ImportJob> rows = db.read(handle -> handle.createQuery(sql)
                .bind("source", filter.source())
                .bind("status", filter.status())
                .bind("client", filter.client())
                .bind("afterTime", time)
                .bind("afterId", id)
                .bind("limit", limit + 1)
                .map((row, context) -> job(row))
                .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(last.receivedAt().toString(), last.id().toString()));
    }

    /** An import that the scope may see, of this client unless null. */
    public Optional<ImportJob> find(UUID id, String client) {
        return db.read(handle -> handle.createQuery("select * from import_job where id = :id"
                        + " and status <> 'RECEIVING' and client = coalesce(:client, client)")
                .bind("id", id)
                .bind("client", client)
                .map((row, context) -> job(row))
                .findOne());
    }

    public Page<RowError> errors(UUID id, String cursor, int limit) {
        long after = cursor == null ? 0 : row(Cursor.decode(cursor, 1).get(0));
        List<RowError> rows = db.read(handle -> handle.createQuery(
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

    private static ImportJob job(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("format"),
                row.getString("client"),
                row.getString("status"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                new ImportJob.Counts(
                        row.getLong("rows_read"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("rejected"),
                        row.getLong("tickets_created"),
                        row.getLong("tickets_updated")),
                row.getString("failure_code"),
                row.getString("failure_detail"));
    }
}
