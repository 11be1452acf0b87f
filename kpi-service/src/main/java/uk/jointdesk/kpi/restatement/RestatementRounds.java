package uk.jointdesk.kpi.restatement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import uk.jointdesk.kpi.restatement.store.RestatementScan;

/** Scans for restatements from time to time. */
@ApplicationScoped
public class RestatementRounds {

    private static final Logger LOG = Logger.getLogger(RestatementRounds.class);

    private final RestatementScan scan;

    public RestatementRounds(RestatementScan scan) {
        this.scan = scan;
    }

    @Scheduled(
            every = "{jointdesk.kpi.restatement.every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        RestatementScan.Result result = scan.scan(Optional.empty());
        if (!result.found().isEmpty()) {
            LOG.infof("Facts have changed published packs: restatements %s wait for a decision", result.found());
        }
    }
}
