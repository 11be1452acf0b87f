package uk.jointdesk.gateway.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.access.store.RefusalTable;
import uk.jointdesk.gateway.database.GatewayDatabase;

/**
 * Keeps what the gateway refused, for the auditor. Refusals that are alike become one row every few seconds, so that a
 * flood of them fills neither the memory nor the table, and no request waits for a row to be written.
 */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    /** More kinds in a few seconds are an attack; the log has each of them. */
    private static final int MOST_KINDS = 2_000;

    private final Map<Refused.Kind, Refused> pending = new ConcurrentHashMap<>();
    private final GatewayDatabase database;
    private final RefusalTable table;
    private final Clock clock;
    private final Duration every;
    private final Duration keep;

    public Refusals(
            GatewayDatabase database,
            RefusalTable table,
            Clock clock,
            @ConfigProperty(name = "jointdesk.access.refusals-every") Duration every,
            @ConfigProperty(name = "jointdesk.access.refusals-keep") Duration keep) {
        this.database = database;
        this.table = table;
        this.clock = clock;
        this.every = every;
        this.keep = keep;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(every.toMillis(), each -> flush());
        vertx.setPeriodic(
                HOUR, each -> database.run(() -> table.forget(clock.instant().minus(keep))));
    }

    void stop(@Observes ShutdownEvent stopping) {
        List<Refused> last = drain();
        if (!last.isEmpty()) {
            table.add(last);
        }
    }

    void add(Access access) {
        Refused refused = Refused.of(access);
        if (pending.size() < MOST_KINDS || pending.containsKey(refused.kind())) {
            pending.merge(refused.kind(), refused, Refused::and);
        }
    }

    private void flush() {
        List<Refused> rows = drain();
        if (!rows.isEmpty()) {
            database.run(() -> table.add(rows)).onFailure(down -> keepForLater(rows, down));
        }
    }

    private void keepForLater(List<Refused> rows, Throwable down) {
        LOG.warnf("%d rows of refusals wait for the database: %s", rows.size(), down.getMessage());
        rows.forEach(row -> pending.merge(row.kind(), row, Refused::and));
    }

    private List<Refused> drain() {
        List<Refused.Kind> kinds = List.copyOf(pending.keySet());
        return kinds.stream().map(pending::remove).toList();
    }
}
