package uk.jointdesk.incident.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.incident.intake.domain.Row;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.intake.store.ImportBatches;
import uk.jointdesk.incident.intake.store.ImportBody;
import uk.jointdesk.incident.intake.store.ImportLeases;
import uk.jointdesk.incident.intake.store.ImportLeases.Lease;
import uk.jointdesk.incident.partner.store.PartnerStore;

/**
 * Works off the imports that are durable, one at a time in each process. Any process may take any import over: what a
 * dead one left is found by its lease running out.
 */
@ApplicationScoped
public class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final UUID me = UUID.randomUUID();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopping;

    private final ImportLeases leases;
    private final ImportBody bodies;
    private final ImportBatches batches;
    private final PartnerStore partners;
    private final Clock clock;
    private final ExecutorService executor;
    private final int batchRows;

    public ImportWorker(
            ImportLeases leases,
            ImportBody bodies,
            ImportBatches batches,
            PartnerStore partners,
            Clock clock,
            ExecutorService executor,
            @ConfigProperty(name = "jointdesk.import.batch-rows") int batchRows) {
        this.leases = leases;
        this.bodies = bodies;
        this.batches = batches;
        this.partners = partners;
        this.clock = clock;
        this.executor = executor;
        this.batchRows = batchRows;
    }

    /** Looks for work at once, beside the caller. */
    public void kick() {
        executor.execute(this::workAll);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForWork() {
        workAll();
    }

    @Scheduled(every = "10m", delayed = "1m")
    void dropInterrupted() {
        leases.dropInterrupted();
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
        try (InputStream body = bodies.open(lease)) {
            readAll(lease, new RowReader(body, lease, partners.codes(), clock.instant()));
        } catch (RowRefused header) {
            leases.fail(lease, header.code(), "The body cannot be read: " + header.getMessage() + ".");
        } catch (IOException broken) {
            LOG.infof("import %s: %s", lease.id(), broken.getMessage());
            leases.fail(
                    lease,
                    "body-unreadable",
                    "The body is broken after the last row counted; if it was packed, it was cut short or changed.");
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "import %s is interrupted and will be tried again", lease.id());
            leases.retryLater(lease);
        }
    }

    /** Reads the next batch while the one in hand is written: reading keeps one core busy, the database another. */
    private void readAll(Lease lease, RowReader reader) throws IOException {
        List<Row> rows = reader.next(batchRows);
        boolean mine = true;
        while (mine && !rows.isEmpty() && !stopping) {
            Future<List<Row>> ahead = executor.submit(() -> reader.next(batchRows));
            try {
                mine = batches.take(lease, rows);
            } finally {
                rows = joined(ahead);
            }
        }
        if (mine && stopping) {
            leases.handBack(lease);
        } else if (mine) {
            leases.complete(lease);
        }
    }

    private static List<Row> joined(Future<List<Row>> ahead) throws IOException {
        try {
            return ahead.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
