package uk.jointdesk.finance.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Who works on an import. A worker holds a lease that it renews with every batch; when it dies, the lease runs out and
 * any other takes the import over from its checkpoint.
 */
@ApplicationScoped
public class ImportLeases {
    private static final String CLAIM = """
            update import_job set lease_owner = :owner, lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where id = (
              select id from import_job
              where status = 'RUNNING' and (lease_until is null or lease_until < clock_timestamp())
              order by received_at, id limit 1 for update skip locked)
            returning id, profile, profile_version, line_date, client, rows_read
            """;
    private static final Duration UPLOAD_GIVEN_UP = Duration.ofHours(1);
    private final ScopedDb.Scoped db;
    private final Clock clock;
    private final long leaseMillis;

    public ImportLeases(ScopedDb db, Clock clock, @ConfigProperty(name = "jointdesk.import.lease") Duration lease) {
        this.db = db.as(PartnerScope.ALL);
        this.clock = clock;
        this.leaseMillis = lease.toMillis();
    }

    /**
     * An import to be worked on.
     *
     * @param owner the worker that holds it
     * @param date of payments where the extract has no column for it, or null
     * @param done rows that are in already
     */
    public record Lease(
            UUID id, UUID owner, String profile, int profileVersion, LocalDate date, String client, long done) {}

    /** The oldest import that nobody works on. */
    public Optional<Lease> claim(UUID owner) {
        return db.write(h -> h.createQuery(CLAIM)
                .bind("owner", owner)
                .bind("lease", leaseMillis)
                .map((row, context) -> new Lease(
                        row.getObject("id", UUID.class),
                        owner,
                        row.getString("profile"),
                        row.getInt("profile_version"),
                        row.getObject("line_date", LocalDate.class),
                        row.getString("client"),
                        row.getLong("rows_read")))
                .findOne());
    }

    /** Renews a lease and locks the import until the transaction ends; false when another worker has it. */
    boolean renew(Handle h, Lease lease) {
        return h.createUpdate(
                                "update import_job set lease_until = clock_timestamp() + :lease * interval '1 millisecond'"
                                        + " where id = :id and lease_owner = :owner and status = 'RUNNING'")
                        .bind("lease", leaseMillis)
                        .bind("id", lease.id())
                        .bind("owner", lease.owner())
                        .execute()
                == 1;
    }

    /** Lets go of an import after a failure that may pass, so that it is tried again in a while. */
    public void retryLater(Lease lease) {
        letGo(lease, "clock_timestamp() + interval '2 seconds'");
    }

    /** Lets go of an import that is not finished, so that it can go on elsewhere at once. */
    public void handBack(Lease lease) {
        letGo(lease, "null");
    }

    private void letGo(Lease lease, String until) {
        db.run(h -> h.createUpdate("update import_job set lease_until = " + until + ", lease_owner = null"
                        + " where id = :id and lease_owner = :owner")
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .execute());
    }

    /** Ends an import whose last row is done; {@code stated} is the body's own total in pence, or null. */
    public void complete(Lease lease, Long stated) {
        db.run(h -> {
            if (renew(h, lease)) {
                h.createUpdate("update import_job set stated_pence = :stated where id = :id")
                        .bind("stated", stated)
                        .bind("id", lease.id())
                        .execute();
                finish(h, lease.id(), "COMPLETED", null, null, clock.instant());
            }
        });
    }

    /** Ends an import that cannot be read on; what went in before stays in. */
    public void fail(Lease lease, String code, String detail) {
        db.run(h -> {
            if (renew(h, lease)) {
                fail(h, lease.id(), code, detail, clock.instant());
            }
        });
    }

    /** Gives up uploads that stopped coming in, so that their pieces do not stay for ever. */
    public void dropInterrupted() {
        Instant now = clock.instant();
        db.run(h -> h.createQuery("select id from import_job where status = 'RECEIVING' and received_at < :stale")
                .bind("stale", now.minus(UPLOAD_GIVEN_UP).atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .list()
                .forEach(id -> fail(h, id, "upload-interrupted", "The body stopped coming in.", now)));
    }

    static void fail(Handle h, UUID id, String code, String detail, Instant now) {
        finish(h, id, "FAILED", code, detail, now);
    }

    private static void finish(Handle h, UUID id, String status, String code, String detail, Instant now) {
        h.createUpdate("update import_job set status = :status, failure_code = :code, failure_detail = :detail,"
                        + " finished_at = :now, lease_owner = null, lease_until = null where id = :id")
                .bind("status", status)
                .bind("code", code)
                .bind("detail", detail)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
        h.createUpdate("delete from import_chunk where import = :id")
                .bind("id", id)
                .execute();
    }
}
