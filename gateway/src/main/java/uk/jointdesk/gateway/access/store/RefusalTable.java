package uk.jointdesk.gateway.access.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.gateway.access.Refused;

/** What the gateway refused. PostgreSQL shows each auditor the partners of the scope that a transaction names. */
@ApplicationScoped
public class RefusalTable {

    private static final String EVERYBODY = "*";

    private static final String ADD = """
            insert into access_refusal
                (first_at, last_at, times, client, scope, operation, status, code, request_id)
            values (:first, :last, :times, :client, :scope, :operation, :status, :code, :requestId)""";

    private static final String LIST = """
            select * from access_refusal
            where id < :before and (:client is null or client = :client) and (:code is null or code = :code)
            order by id desc limit :limit""";

    private final Jdbi jdbi;

    public RefusalTable(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    public int add(List<Refused> rows) {
        return jdbi.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            rows.forEach(row -> batch.bind("first", at(row.first()))
                    .bind("last", at(row.last()))
                    .bind("times", row.times())
                    .bindMethods(row.kind())
                    .bind("requestId", row.requestId())
                    .add());
            return batch.execute().length;
        });
    }

    /**
     * The newest first.
     *
     * @param scope partners of who asks, {@code *} for all
     * @param before the last row that has been seen
     */
    public List<RefusalRow> list(String scope, long before, String client, String code, int limit) {
        return jdbi.inTransaction(handle -> inScope(handle, scope)
                .createQuery(LIST)
                .bind("before", before)
                .bind("client", client)
                .bind("code", code)
                .bind("limit", limit)
                .map(RefusalRow::of)
                .list());
    }

    public int forget(Instant before) {
        return jdbi.inTransaction(handle -> inScope(handle, EVERYBODY)
                .createUpdate("delete from access_refusal where last_at < :before")
                .bind("before", at(before))
                .execute());
    }

    private static Handle inScope(Handle handle, String scope) {
        handle.createQuery("select set_config('jointdesk.scope', :scope, true)")
                .bind("scope", scope)
                .mapTo(String.class)
                .one();
        return handle;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
