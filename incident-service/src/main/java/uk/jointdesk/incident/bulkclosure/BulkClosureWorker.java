package uk.jointdesk.incident.bulkclosure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.incident.bulkclosure.store.BulkClosureBatches;
import uk.jointdesk.incident.bulkclosure.store.BulkClosureLeases;
import uk.jointdesk.incident.bulkclosure.store.BulkClosureLeases.Lease;
import uk.jointdesk.incident.bulkclosure.store.BulkClosures;

/** Works off bulk closures and their undoing, one at a time in each process; what a dead process left is taken over. */
@ApplicationScoped
public class BulkClosureWorker {

    private static final Logger LOG = Logger.getLogger(BulkClosureWorker.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final UUID me = UUID.randomUUID();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopping;

    private final BulkClosureLeases leases;
    private final BulkClosureBatches batches;
    private final BulkClosures closures;
    private final ExecutorService executor;
    private final Duration undoPeriod;

    public BulkClosureWorker(
            BulkClosureLeases leases,
            BulkClosureBatches batches,
            BulkClosures closures,
            ExecutorService executor,
            @ConfigProperty(name = "jointdesk.bulk-closure.undo-period") Duration undoPeriod) {
        this.leases = leases;
        this.batches = batches;
        this.closures = closures;
        this.executor = executor;
        this.undoPeriod = undoPeriod;
    }

    /** Looks for work at once, beside the caller. */
    public void kick() {
        executor.execute(this::workAll);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForWork() {
        workAll();
    }

    @Scheduled(every = "1h", delayed = "5m")
    void dropDryRuns() {
        closures.dropDryRuns(undoPeriod);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void workAll() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (Optional<Lease> lease = claim(); lease.isPresent(); lease = claim()) {
                work(lease.get());
            }
        } finally {
            busy.set(false);
        }
    }

    private Optional<Lease> claim() {
        return stopping ? Optional.empty() : leases.claim(me);
    }

    private void work(Lease lease) {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = batches.next(lease);
            }
            if (more) {
                leases.letGo(lease, Duration.ZERO);
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "bulk closure %s is interrupted and will be tried again", lease.id());
            leases.letGo(lease, AFTER_A_FAILURE);
        }
    }
}
