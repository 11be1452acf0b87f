package uk.jointdesk.gateway.quota.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import uk.jointdesk.gateway.quota.domain.Loan;
import uk.jointdesk.gateway.quota.domain.QuotaKey;
import uk.jointdesk.gateway.quota.domain.Window;

/**
 * The permits of each window that are out, of all replicas. PostgreSQL locks the row for each lease, so that what is out
 * never exceeds the limit, however many replicas ask at once.
 */
@ApplicationScoped
public class LeaseTable {

    private static final String LEASE = """
            insert into quota_window as known (client, purpose, starts_at, ends_at, leased, granted_last)
            values (:client, :purpose, :start, :end, least(:wanted, :limit), least(:wanted, :limit))
            on conflict (client, purpose, starts_at) do update set
                granted_last = greatest(0, least(:wanted, :limit - known.leased)),
                leased = known.leased + greatest(0, least(:wanted, :limit - known.leased))
            returning granted_last, leased""";

    private static final String GIVE_BACK = """
            update quota_window set leased = greatest(0, leased - :permits)
            where client = :client and purpose = :purpose and starts_at = :start""";

    private final Jdbi jdbi;

    public LeaseTable(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    public Loan lease(QuotaKey key, Window window, long limit, long wanted) {
        return jdbi.withHandle(handle -> handle.createQuery(LEASE)
                .bind("client", key.client())
                .bind("purpose", key.purpose().label())
                .bind("start", at(window.start()))
                .bind("end", at(window.end()))
                .bind("limit", limit)
                .bind("wanted", wanted)
                .map((row, context) -> new Loan(row.getLong("granted_last"), row.getLong("leased")))
                .one());
    }

    public void giveBack(QuotaKey key, Window window, long permits) {
        jdbi.useHandle(handle -> handle.createUpdate(GIVE_BACK)
                .bind("client", key.client())
                .bind("purpose", key.purpose().label())
                .bind("start", at(window.start()))
                .bind("permits", permits)
                .execute());
    }

    /** Removes windows that ended so long ago that no replica's clock can still be in them. */
    public int forget(Instant now, Duration after) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from quota_window where ends_at < :before")
                .bind("before", at(now.minus(after)))
                .execute());
    }

    /** Fails unless the table can be read. */
    public boolean isThere() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) >= 0 from quota_window where client is null")
                        .mapTo(Boolean.class)
                        .one());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
