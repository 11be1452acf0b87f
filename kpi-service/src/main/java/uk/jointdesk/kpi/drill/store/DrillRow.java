package uk.jointdesk.kpi.drill.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import uk.jointdesk.kpi.drill.domain.DrilledTicket;

/** Reads a drilled ticket; without a status the ticket itself is out of the reader's sight. */
final class DrillRow {

    private static final long MINUTE = 60_000L;

    private DrillRow() {}

    static DrilledTicket read(ResultSet row) throws SQLException {
        return new DrilledTicket(
                row.getString("ticket"),
                row.getInt("number"),
                instant(row, "moved_at"),
                row.getString("partner"),
                row.getString("type"),
                row.getString("priority"),
                row.getString("queue"),
                row.getString("organisation"),
                row.getString("category"),
                instant(row, "logged_at"),
                row.getString("status") == null ? null : life(row));
    }

    private static DrilledTicket.Life life(ResultSet row) throws SQLException {
        Long consumed = row.getObject("consumed_millis", Long.class);
        return new DrilledTicket.Life(
                row.getString("status"),
                row.getString("outcome"),
                instant(row, "resolved_at"),
                instant(row, "closed_at"),
                row.getInt("reopen_count"),
                row.getObject("target_minutes", Long.class),
                consumed == null ? null : consumed / MINUTE,
                row.getString("agreement"),
                row.getObject("agreement_version", Integer.class),
                row.getString("calendar"),
                row.getString("calendar_version"),
                row.getString("source"),
                row.getString("source_reference"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
