package uk.jointdesk.gateway.database;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The gateway's own small database. Nobody who serves a request waits for it: work is handed to threads of its own. The
 * gateway starts without it, and prepares its tables as soon as it can be reached.
 */
@ApplicationScoped
public class GatewayDatabase {

    private static final Logger LOG = Logger.getLogger(GatewayDatabase.class);
    private static final int THREADS = 4;

    private final WorkerExecutor workers;
    private final Flyway flyway;
    private volatile boolean prepared;

    public GatewayDatabase(Vertx vertx, Flyway flyway) {
        this.workers = vertx.createSharedWorkerExecutor("gateway-database", THREADS);
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent started) {
        run(() -> true).onFailure(down -> LOG.warnf("the gateway's database cannot be reached: %s", down.getMessage()));
    }

    /** Does the work on a thread that may wait; fails if the database cannot be reached in time. */
    public <T> Future<T> run(Supplier<T> work) {
        return workers.executeBlocking(
                () -> {
                    prepare();
                    return work.get();
                },
                false);
    }

    private void prepare() {
        if (!prepared) {
            migrate();
        }
    }

    private synchronized void migrate() {
        if (!prepared) {
            flyway.migrate();
            prepared = true;
        }
    }
}
