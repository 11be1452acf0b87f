package uk.jointdesk.incident.intake.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Who works on an import. A worker holds a lease that it renews with every batch; when it dies, the lease runs out and
 * any other takes the import over from its checkpoint.
 */
@ApplicationScoped
public class ImportLeases {

    private static final String CLAIM = """
            update import_job j set lease_owner = :owner, lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            from intake_source s
            where s.code = j.source and j.id = (
              select id from import_job
              where status = 'RUNNING' and (lease_until is null or lease_until < clock_timestamp())
              order by received_at, id limit 1 for update skip locked)
            returning j.id, j.format, j.client, array_to_string(j.scope, ',') as scope, j.rows_read, j.done_lines,
              j.done_bytes, s.code, s.client as source_client, s.partner
            """;

    private final ScopedDb db;
    private final Clock clock;
    private final long leaseMillis;

    public ImportLeases(ScopedDb db, Clock clock, @ConfigProperty(name = "jointdesk.import.lease") Duration lease) {
        this.db = db;
        this.clock = clock;
        this.leaseMillis = lease.toMillis();
    }

    /**
     * An import to be worked on, from its checkpoint.
     *
     * @param owner the worker that holds it
     * @param scope the scope of the client that sent it
     */
    public record Lease(
            UUID id,
            UUID owner,
            IntakeSource source,
            String format,
            String client,
            PartnerScope scope,
            long doneRows,
            long doneLines,
            long doneBytes) {}

    /** The oldest import that nobody works on. */
    public Optional<Lease> claim(UUID owner) {
        return db.as(PartnerScope.ALL).write(handle -> handle.createQuery(CLAIM)
                .bind("owner", owner)
                .bind("lease", leaseMillis)
                .map((row, context) -> new Lease(
                        row.getObject("id", UUID.class),
                        owner,
                        new IntakeSource(
                                row.getString("code"), row.getString("source_client"), row.getString("partner")),
                        row.getString("format"),
                        row.getString("client"),
                        PartnerScope.of(Arrays.asList(row.getString("scope").split(","))),
                        row.getLong("rows_read"),
                        row.getLong("done_lines"),
                        row.getLong("done_bytes")))
                .findOne());
    }

    /** Renews a lease and locks the import until the transaction ends; false when another worker has it. */
    boolean renew(Handle handle, Lease lease) {
        return handle.createUpdate(
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
        db.as(PartnerScope.ALL).run(handle -> handle.createUpdate(
                        "update import_job set lease_until = clock_timestamp() + interval '2 seconds', lease_owner = null"
                                + " where id = :id and lease_owner = :owner")
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .execute());
    }

    /** Lets go of an import that is not finished, so that it can go on elsewhere at once. */
    public void handBack(Lease lease) {
        db.as(PartnerScope.ALL).run(handle -> handle.createUpdate(
                        "update import_job set lease_until = null, lease_owner = null where id = :id and lease_owner = :owner")
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .execute());
    }

    /** Ends an import whose last row is done. */
    public void complete(Lease lease) {
        db.as(PartnerScope.ALL).run(handle -> {
            if (renew(handle, lease)) {
                finish(handle, lease.id(), "COMPLETED", null, null, clock.instant());
            }
        });
    }

    /** Ends an import that cannot be read on; what went in before stays in. */
    public void fail(Lease lease, String code, String detail) {
        db.as(PartnerScope.ALL).run(handle -> {
            if (renew(handle, lease)) {
                fail(handle, lease.id(), code, detail, clock.instant());
            }
        });
    }

    /** Gives up uploads that stopped coming in, so that their pieces do not stay for ever. */
    public void dropInterrupted() {
        Instant stale = clock.instant().minus(Duration.ofHours(1));
        db.as(PartnerScope.ALL).run(handle -> handle.createQuery(
                        "select id from import_job where status = 'RECEIVING' and received_at < :stale")
                .bind("stale", stale.atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .list()
                .forEach(id -> fail(handle, id, "upload-interrupted", "The body stopped coming in.", clock.instant())));
    }

    static void fail(Handle handle, UUID id, String code, String detail, Instant now) {
        finish(handle, id, "FAILED", code, detail, now);
    }

    private static void finish(Handle handle, UUID id, String status, String code, String detail, Instant now) {
        handle.createUpdate("update import_job set status = :status, failure_code = :code, failure_detail = :detail,"
                        + " finished_at = :now, lease_owner = null, lease_until = null where id = :id")
                .bind("status", status)
                .bind("code", code)
                .bind("detail", detail)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
        handle.createUpdate("delete from import_chunk where import = :id")
                .bind("id", id)
                .execute();
    }
}
