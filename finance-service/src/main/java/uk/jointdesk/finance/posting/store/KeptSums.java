package uk.jointdesk.finance.posting.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Folds what was posted into the sums that are kept; until then both are read, so no figure waits for it. */
@ApplicationScoped
public class KeptSums {
    private static final int FOLDED_AT_ONCE = 5_000;
    private final ScopedDb.Scoped nobody;

    public KeptSums(ScopedDb db) {
        this.nobody = db.as(PartnerScope.NONE);
    }

    /** Several replicas may do this at once: each takes what the others have not. */
    @Scheduled(every = "${jointdesk.finance.sums.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void fold() {
        int folded;
        do {
            folded = nobody.write(h -> h.createQuery("select fold_posted_sums(:most)")
                    .bind("most", FOLDED_AT_ONCE)
                    .mapTo(Integer.class)
                    .one());
        } while (folded == FOLDED_AT_ONCE);
    }
}
