package uk.jointdesk.incident.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.incident.audit.domain.AuditEntry;
import uk.jointdesk.incident.audit.domain.Chain;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.feed.FeedHorizon;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Seals the audit trail into one chain, a moment after its entries were written and in the order of the transactions that
 * wrote them: writers wait for nobody, and no entry that commits late is passed over.
 */
@ApplicationScoped
public class AuditSeals {

    private static final int AT_ONCE = 1_000;
    /** Any number, as long as nobody else takes it for something else. */
    private static final long LOCK = 7_140_210_001L;

    private static final String UNSEALED = """
            select * from audit_entry where (xid, row) > (:xid, :row) and xid < :horizon order by xid, row limit :most
            """;
    private static final String SEALED = """
            select e.*, s.position, s.hash from audit_seal s join audit_entry e on e.id = s.entry
            where s.position > :after order by s.position limit :most
            """;

    private final ScopedDb db;
    private final Clock clock;

    public AuditSeals(ScopedDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Head(long position, long xid, long row, byte[] hash) {}

    private record Unsealed(AuditEntry entry, long xid, long row) {}

    private record Link(long position, AuditEntry entry, byte[] hash) {}

    /** What a look at the whole chain found; {@code waiting} entries are not sealed yet. */
    public record Finding(Chain chain, long waiting) {}

    /** Seals what has been written since; does nothing when another process is at it. Gives how many it sealed. */
    public int seal() {
        return db.as(PartnerScope.ALL).write(handle -> {
            boolean mine = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            return mine ? seal(handle) : 0;
        });
    }

    private int seal(Handle handle) {
        Head head = head(handle).orElse(new Head(0, 0, 0, null));
        List<Unsealed> entries = unsealed(handle, head);
        if (entries.isEmpty()) {
            return 0;
        }
        Chain chain = new Chain(head.hash(), head.position());
        Instant now = clock.instant();
        PreparedBatch batch = handle.prepareBatch("insert into audit_seal (position, entry, xid, row, sealed_at, hash)"
                + " values (:position, :entry, :xid, :row, :at, :hash)");
        for (Unsealed unsealed : entries) {
            batch.bind("hash", chain.seal(unsealed.entry()))
                    .bind("position", chain.length())
                    .bind("entry", unsealed.entry().id())
                    .bind("xid", unsealed.xid())
                    .bind("row", unsealed.row())
                    .bind("at", Rows.utc(now))
                    .add();
        }
        batch.execute();
        return entries.size();
    }

    /** Computes every hash again from the beginning. */
    public Finding verify() {
        return db.read(handle -> {
            Chain chain = new Chain(null, 0);
            List<Link> links = links(handle, 0);
            while (!links.isEmpty()) {
                links.forEach(link -> chain.check(link.position(), link.entry(), link.hash()));
                links = links(handle, chain.length());
            }
            long waiting = handle.createQuery(
                            "select count(*) from audit_entry e where not exists (select from audit_seal s where s.entry = e.id)")
                    .mapTo(Long.class)
                    .one();
            return new Finding(chain, waiting);
        });
    }

    private static Optional<Head> head(Handle handle) {
        return handle.createQuery("select * from audit_seal order by position desc limit 1")
                .map((row, context) ->
                        new Head(row.getLong("position"), row.getLong("xid"), row.getLong("row"), row.getBytes("hash")))
                .findOne();
    }

    private static List<Unsealed> unsealed(Handle handle, Head head) {
        long horizon = FeedHorizon.below(handle);
        return handle.createQuery(UNSEALED)
                .bind("xid", head.xid())
                .bind("row", head.row())
                .bind("horizon", horizon)
                .bind("most", AT_ONCE)
                .map((row, context) -> new Unsealed(AuditTrail.entry(row), row.getLong("xid"), row.getLong("row")))
                .list();
    }

    private static List<Link> links(Handle handle, long after) {
        return handle.createQuery(SEALED)
                .bind("after", after)
                .bind("most", AT_ONCE)
                .map((row, context) -> new Link(row.getLong("position"), AuditTrail.entry(row), row.getBytes("hash")))
                .list();
    }
}
