package uk.jointdesk.finance.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.ImportRow;
import uk.jointdesk.finance.intake.domain.RowRefused;
import uk.jointdesk.finance.intake.format.Characters;
import uk.jointdesk.finance.intake.format.RowReader;
import uk.jointdesk.finance.intake.format.Sorting;
import uk.jointdesk.finance.intake.store.ImportBatches;
import uk.jointdesk.finance.intake.store.ImportBody;
import uk.jointdesk.finance.intake.store.ImportLeases;
import uk.jointdesk.finance.intake.store.ImportLeases.Lease;
import uk.jointdesk.finance.intake.store.ImportProfiles;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.store.FinancialYears;

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
    private final ImportProfiles profiles;
    private final FinancialYears years;
    private final BudgetLines lines;
    private final ExecutorService executor;
    private final int batchRows;

    public ImportWorker(
            ImportLeases leases,
            ImportBody bodies,
            ImportBatches batches,
            ImportProfiles profiles,
            FinancialYears years,
            BudgetLines lines,
            ExecutorService executor,
            @ConfigProperty(name = "jointdesk.import.batch-rows") int batchRows) {
        this.leases = leases;
        this.bodies = bodies;
        this.batches = batches;
        this.profiles = profiles;
        this.years = years;
        this.lines = lines;
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
        ImportProfile profile = profiles.version(lease.profile(), lease.profileVersion());
        try (Reader body =
                Characters.of(() -> bodies.open(lease), profile.layout().encoding())) {
            readAll(lease, profile, new RowReader(body, profile, lease.date(), sorting()));
        } catch (RowRefused header) {
            leases.fail(lease, header.code(), "The body cannot be read: " + header.getMessage() + ".");
        } catch (IOException broken) {
            leases.fail(
                    lease, "body-unreadable", "The body is broken after the last row counted: " + broken.getMessage());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "import %s is interrupted and will be tried again", lease.id());
            leases.retryLater(lease);
        }
    }

    private Sorting sorting() {
        Map<FinancialYear, Map<String, CostPool>> pools = new HashMap<>();
        years.all()
                .forEach(year -> pools.put(
                        year, lines.pools(year).stream().collect(Collectors.toMap(CostPool::code, pool -> pool))));
        return new Sorting(pools);
    }

    /** Reads the next batch while the one in hand is written: reading keeps one core busy, the database another. */
    private void readAll(Lease lease, ImportProfile profile, RowReader reader) throws IOException {
        passBy(reader, lease.done());
        List<ImportRow> rows = reader.next(batchRows);
        boolean mine = true;
        while (mine && !rows.isEmpty() && !stopping) {
            Future<List<ImportRow>> ahead = executor.submit(() -> reader.next(batchRows));
            try {
                mine = batches.take(lease, profile, rows);
            } finally {
                rows = joined(ahead);
            }
        }
        if (mine && stopping && !rows.isEmpty()) {
            leases.handBack(lease);
        } else if (mine) {
            leases.complete(
                    lease, reader.stated() == null ? null : reader.stated().pence());
        }
    }

    /** Rows done before a crash are read again, since how often a line was said before depends on them. */
    private void passBy(RowReader reader, long done) throws IOException {
        for (long left = done; left > 0; ) {
            left -= reader.next((int) Math.min(left, batchRows)).size();
        }
    }

    private static List<ImportRow> joined(Future<List<ImportRow>> ahead) throws IOException {
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
