package uk.jointdesk.gateway.access.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Refusals of one kind that followed each other, as the auditor reads them.
 *
 * @param id for the cursor only
 * @param client empty for callers who had not said who they are
 * @param operation method and path template
 * @param requestId of the first
 */
public record RefusalRow(
        @JsonIgnore long id,
        Instant firstAt,
        Instant lastAt,
        long times,
        String client,
        String scope,
        String operation,
        int status,
        String code,
        String requestId) {

    static RefusalRow of(ResultSet row, StatementContext context) throws SQLException {
        return new RefusalRow(
                row.getLong("id"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getLong("times"),
                row.getString("client"),
                row.getString("scope"),
                row.getString("operation"),
                row.getInt("status"),
                row.getString("code"),
                row.getString("request_id"));
    }
}
