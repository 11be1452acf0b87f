package uk.jointdesk.incident.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.audit.store.AuditSeals;

/** Seals the audit trail as it grows; in any number of replicas one at a time does it. */
@ApplicationScoped
public class AuditSealer {

    private final AuditSeals seals;

    public AuditSealer(AuditSeals seals) {
        this.seals = seals;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealAll() {
        while (seals.seal() > 0) {
            // until nothing is left that may be sealed
        }
    }
}
