package uk.jointdesk.finance.chain;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.finance.chain.store.ChainSeals;

/** Seals the ledger as it grows; in any number of replicas one at a time does it. */
@ApplicationScoped
public class ChainSealer {
    private final ChainSeals seals;

    public ChainSealer(ChainSeals seals) {
        this.seals = seals;
    }

    /** As far as it may be sealed now. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sealAll() {
        while (seals.seal() > 0) {
            // until nothing is left that may be sealed
        }
    }
}
