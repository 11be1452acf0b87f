package uk.jointdesk.kpi.restatement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.restatement.domain.CellChange;
import uk.jointdesk.kpi.restatement.domain.Restatement;
import uk.jointdesk.kpi.restatement.domain.Restatement.Status;

/**
 * Looks for published cells that facts have changed since. Only packs are compared that a newly arrived fact could
 * concern; a finding that is in the register already is not entered again.
 */
@ApplicationScoped
public class RestatementScan {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);

    private final ScopedDb db;
    private final Comparison comparison;
    private final Clock clock;

    public RestatementScan(ScopedDb db, Comparison comparison, Clock clock) {
        this.db = db;
        this.comparison = comparison;
        this.clock = clock;
    }

    /**
     * What a scan did.
     *
     * @param compared packs that were compared with today's facts
     * @param found ids of new entries of the register
     */
    public record Result(List<String> compared, List<String> found) {}

    /**
     * Scans what is new. Of several servers one does it at a time.
     *
     * @param pack only this pack, whether anything new concerns it or not
     */
    public Result scan(Optional<String> pack) {
        return db.as(PartnerScope.ALL).write(handle -> {
            long mark = handle.createQuery("select arrival from restatement_scan for update")
                    .mapTo(Long.class)
                    .one();
            long newest = Arrivals.newest(handle);
            Result result = new Result(new ArrayList<>(), new ArrayList<>());
            for (PublishedPacks.Standing published : PublishedPacks.standing(handle, pack)) {
                if (pack.isPresent() || isConcerned(handle, published, mark)) {
                    result.compared.add(published.pack().id());
                    enter(handle, published, newest).ifPresent(result.found::add);
                }
            }
            if (pack.isEmpty()) {
                handle.createUpdate("update restatement_scan set arrival = :newest")
                        .bind("newest", newest)
                        .execute();
            }
            return result;
        });
    }

    /** Whether a ticket of which something is new lived before the pack's period ended: later ones are in no cell. */
    private static boolean isConcerned(Handle handle, PublishedPacks.Standing published, long mark) {
        Pack pack = published.pack();
        Instant end = pack.plan().range().to().plusDays(1).atStartOfDay(LONDON).toInstant();
        return Arrivals.oldestLifeTouched(handle, Math.max(mark, published.arrival()))
                .filter(first -> first.isBefore(end))
                .isPresent();
    }

    private Optional<String> enter(Handle handle, PublishedPacks.Standing published, long newest) {
        String pack = published.pack().id();
        List<CellChange> changes = comparison.changes(handle, published);
        String digest = RestatementStore.digest(changes);
        if (!changes.isEmpty() && RestatementStore.isKnown(handle, pack, digest)) {
            return Optional.empty();
        }
        RestatementStore.supersede(handle, pack);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Restatement found = new Restatement(
                UUID.randomUUID().toString(),
                pack,
                Status.OPEN,
                changes,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                newest,
                null,
                null,
                null,
                null,
                1);
        RestatementStore.add(handle, found, digest);
        return Optional.of(found.id());
    }
}
