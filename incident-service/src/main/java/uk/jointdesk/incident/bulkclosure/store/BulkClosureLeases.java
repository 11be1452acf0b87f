package uk.jointdesk.incident.bulkclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.bulkclosure.domain.BulkClosure.Status;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Who works on a bulk closure. The lease is renewed with every batch; when its holder dies it runs out, and any other
 * goes on with what is still pending.
 */
@ApplicationScoped
public class BulkClosureLeases {

    private static final String CLAIM = """
            update bulk_closure b set lease_owner = :owner,
              lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            where b.id = (
              select id from bulk_closure
              where status in ('RUNNING', 'UNDOING') and (lease_until is null or lease_until < clock_timestamp())
              order by requested_at, id limit 1 for update skip locked)
            returning b.id, b.status, array_to_string(b.scope, ',') as scope, b.client, b.undo_client
            """;

    private final ScopedDb db;
    private final long leaseMillis;

    public BulkClosureLeases(ScopedDb db, @ConfigProperty(name = "jointdesk.bulk-closure.lease") Duration lease) {
        this.db = db;
        this.leaseMillis = lease.toMillis();
    }

    /**
     * A bulk closure to be worked on.
     *
     * @param owner the worker that holds it
     * @param scope the scope of the client that asked for it
     * @param client who asked for what is being done: the closure, or its undoing
     */
    public record Lease(UUID id, UUID owner, Status status, PartnerScope scope, String client) {

        boolean undoing() {
            return status == Status.UNDOING;
        }
    }

    /** The oldest that nobody works on. */
    public Optional<Lease> claim(UUID owner) {
        return db.as(PartnerScope.ALL).write(handle -> handle.createQuery(CLAIM)
                .bind("owner", owner)
                .bind("lease", leaseMillis)
                .map((row, context) -> {
                    Status status = Status.valueOf(row.getString("status"));
                    return new Lease(
                            row.getObject("id", UUID.class),
                            owner,
                            status,
                            PartnerScope.of(Arrays.asList(row.getString("scope").split(","))),
                            row.getString(status == Status.UNDOING ? "undo_client" : "client"));
                })
                .findOne());
    }

    /** Renews a lease and locks the closure until the transaction ends; false when another worker has it. */
    boolean renew(Handle handle, Lease lease) {
        return handle.createUpdate(
                                "update bulk_closure set lease_until = clock_timestamp() + :lease * interval '1 millisecond'"
                                        + " where id = :id and lease_owner = :owner and status = :status")
                        .bind("lease", leaseMillis)
                        .bind("id", lease.id())
                        .bind("owner", lease.owner())
                        .bind("status", lease.status().name())
                        .execute()
                == 1;
    }

    /** Lets go of a closure that is not done, so that it goes on elsewhere after a while. */
    public void letGo(Lease lease, Duration pause) {
        db.as(PartnerScope.ALL).run(handle -> handle.createUpdate(
                        "update bulk_closure set lease_owner = null, lease_until = clock_timestamp()"
                                + " + :pause * interval '1 millisecond' where id = :id and lease_owner = :owner")
                .bind("pause", pause.toMillis())
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .execute());
    }
}
