package uk.jointdesk.finance.chain.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.chain.domain.Chain;
import uk.jointdesk.finance.chain.domain.Proof;
import uk.jointdesk.finance.chain.domain.SealText;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.feed.FeedHorizon;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Seals journals into one chain, a moment after they were posted and in the order of the transactions that posted them:
 * those who post wait for nobody, and no journal that commits late is passed over.
 */
@ApplicationScoped
public class ChainSeals {
    private static final int AT_ONCE = 1_000;
    /** Any number, as long as nobody else takes it for something else. */
    private static final long LOCK = 7_140_210_005L;

    private static final String UNSEALED = "select id, xid, entered from journal"
            + " where (xid, entered) > (:xid, :entered) and xid < :horizon order by xid, entered limit :most";
    private final ScopedDb.Scoped db;

    public ChainSeals(ScopedDb db) {
        this.db = db.as(PartnerScope.ALL);
    }

    private record End(Chain chain, long xid, long entered) {}

    private record Waiting(UUID journal, long xid, long entered) {}

    private record Seal(long position, UUID journal, String digest) {}

    /**
     * What a look at the whole chain found.
     *
     * @param unsealed journals posted a moment ago
     */
    public record Finding(Chain head, Proof.Misfit firstMisfit, long unsealed) {}

    /** Seals what was posted since; does nothing while another process is at it. Gives how many it sealed. */
    public int seal() {
        return db.write(handle -> {
            boolean mine = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            return mine ? seal(handle) : 0;
        });
    }

    private static int seal(Handle handle) {
        long horizon = FeedHorizon.below(handle);
        End end = end(handle);
        List<Waiting> waiting = handle.createQuery(UNSEALED)
                .bind("xid", end.xid())
                .bind("entered", end.entered())
                .bind("horizon", horizon)
                .bind("most", AT_ONCE)
                .map((row, context) ->
                        new Waiting(row.getObject("id", UUID.class), row.getLong("xid"), row.getLong("entered")))
                .list();
        if (!waiting.isEmpty()) {
            write(handle, end.chain(), waiting);
        }
        return waiting.size();
    }

    private static void write(Handle handle, Chain head, List<Waiting> waiting) {
        Map<UUID, SealText> texts =
                SealTexts.of(handle, waiting.stream().map(Waiting::journal).toList());
        PreparedBatch batch = handle.prepareBatch("insert into journal_seal (position, journal, xid, entered, digest)"
                + " values (:position, :journal, :xid, :entered, :digest)");
        Chain chain = head;
        for (Waiting journal : waiting) {
            chain = chain.with(texts.get(journal.journal()));
            batch.bindMethods(chain)
                    .bind("journal", journal.journal())
                    .bind("xid", journal.xid())
                    .bind("entered", journal.entered())
                    .add();
        }
        batch.execute();
    }

    private static End end(Handle handle) {
        return handle.createQuery("select * from journal_seal order by position desc limit 1")
                .map((row, context) -> new End(
                        new Chain(row.getLong("position"), row.getString("digest")),
                        row.getLong("xid"),
                        row.getLong("entered")))
                .findOne()
                .orElse(new End(Chain.EMPTY, 0, 0));
    }

    public Chain head() {
        return db.read(handle -> end(handle).chain());
    }

    /** Computes every digest again from the beginning. */
    public Finding prove() {
        return db.read(handle -> {
            Proof proof = new Proof();
            List<Seal> seals = seals(handle, 0);
            while (!seals.isEmpty()) {
                check(handle, seals, proof);
                seals = seals(handle, proof.head().position());
            }
            long unsealed = handle.createQuery("select count(*) from journal j"
                            + " where not exists (select from journal_seal s where s.journal = j.id)")
                    .mapTo(Long.class)
                    .one();
            return new Finding(proof.head(), proof.firstMisfit(), unsealed);
        });
    }

    private static List<Seal> seals(Handle handle, long after) {
        return handle.createQuery("select * from journal_seal where position > :after order by position limit :most")
                .bind("after", after)
                .bind("most", AT_ONCE)
                .map((row, context) -> new Seal(
                        row.getLong("position"), row.getObject("journal", UUID.class), row.getString("digest")))
                .list();
    }

    private static void check(Handle handle, List<Seal> seals, Proof proof) {
        Map<UUID, SealText> texts =
                SealTexts.of(handle, seals.stream().map(Seal::journal).toList());
        for (Seal seal : seals) {
            proof.check(seal.position(), seal.journal(), texts.get(seal.journal()), seal.digest());
        }
    }
}
