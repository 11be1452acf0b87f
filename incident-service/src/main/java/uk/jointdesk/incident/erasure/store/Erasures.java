package uk.jointdesk.incident.erasure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.incident.audit.store.AuditTrail;
import uk.jointdesk.incident.erasure.domain.Erasure;
import uk.jointdesk.incident.erasure.domain.Erasure.Cause;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Takes requesters' names away and puts pseudonyms in their place. The service's own role may not update a fact; it calls
 * a function of the owner's that changes the name and nothing else.
 */
@ApplicationScoped
public class Erasures {

    private static final int AT_ONCE = 500;
    /** Any number, as long as nobody else takes it for something else. */
    private static final long LOCK = 7_140_210_002L;

    private final ScopedDb db;
    private final Clock clock;

    public Erasures(ScopedDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Counted(long tickets, long events) {}

    /** One person's name, wherever it stands. */
    public Erasure ofRequester(String requester, String client) {
        return db.write(handle -> {
            Counted counted = counted(handle.createQuery("select tickets, events from erase_requester(:name)")
                    .bind("name", requester));
            return written(handle, Cause.REQUEST, client, counted);
        });
    }

    /**
     * The names of everybody whose ticket has been over since before an instant; a part of them at a time, each in a
     * transaction of its own, so that nobody waits for long.
     *
     * @return how many tickets were changed
     */
    public long overBefore(Instant cutoff, String client) {
        long changed = 0;
        long batch = part(cutoff, client);
        while (batch > 0) {
            changed += batch;
            batch = part(cutoff, client);
        }
        return changed;
    }

    private long part(Instant cutoff, String client) {
        return db.as(PartnerScope.ALL).write(handle -> {
            boolean mine = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            if (!mine) {
                return 0L;
            }
            Counted counted = counted(
                    handle.createQuery("select tickets, events from erase_requesters_over_before(:cutoff, :most)")
                            .bind("cutoff", Rows.utc(cutoff))
                            .bind("most", AT_ONCE));
            if (counted.tickets() > 0) {
                Erasure erasure = written(handle, Cause.RETENTION, client, counted);
                AuditTrail.insert(handle, erasure.audited());
            }
            return counted.tickets();
        });
    }

    /** In the order in which they were made. */
    public List<Erasure> all() {
        return db.read(handle -> handle.createQuery("select * from erasure order by at, id")
                .map((row, context) -> new Erasure(
                        row.getObject("id", UUID.class),
                        Rows.instant(row, "at"),
                        Cause.valueOf(row.getString("cause")),
                        row.getString("by"),
                        row.getLong("tickets"),
                        row.getLong("events")))
                .list());
    }

    private Erasure written(Handle handle, Cause cause, String client, Counted counted) {
        Erasure erasure = new Erasure(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                cause,
                client,
                counted.tickets(),
                counted.events());
        handle.createUpdate("insert into erasure (id, at, cause, by, tickets, events)"
                        + " values (:id, :at, :cause, :by, :tickets, :events)")
                .bind("id", erasure.id())
                .bind("at", Rows.utc(erasure.at()))
                .bind("cause", cause.name())
                .bind("by", client)
                .bind("tickets", erasure.tickets())
                .bind("events", erasure.events())
                .execute();
        return erasure;
    }

    private static Counted counted(Query query) {
        return query.map((row, context) -> new Counted(row.getLong("tickets"), row.getLong("events")))
                .one();
    }
}
