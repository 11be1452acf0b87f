package uk.jointdesk.gateway.quota;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import uk.jointdesk.gateway.database.GatewayDatabase;
import uk.jointdesk.gateway.quota.domain.Lender;
import uk.jointdesk.gateway.quota.domain.Meter;
import uk.jointdesk.gateway.quota.domain.QuotaKey;
import uk.jointdesk.gateway.quota.store.LeaseTable;

/** The meters of this replica, one for each client and purpose that has been seen of late. */
@ApplicationScoped
public class Meters {

    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<QuotaKey, Meter> meters = new ConcurrentHashMap<>();
    private final QuotaSettings settings;
    private final Lender lender;
    private final Clock clock;

    public Meters(QuotaSettings settings, Lender lender, Clock clock) {
        this.settings = settings;
        this.lender = lender;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Vertx vertx, GatewayDatabase database, LeaseTable leases) {
        vertx.setPeriodic(SECOND, each -> tick());
        vertx.setPeriodic(MINUTE, each -> database.run(() -> leases.forget(clock.instant(), HOUR)));
    }

    /** The meter of everybody who comes as this client, for this purpose. */
    Meter of(String client, QuotaKey key) {
        Meter known = meters.get(key);
        return known != null
                ? known
                : meters.computeIfAbsent(
                        key, absent -> new Meter(key, settings.allowance(client, key.purpose()), lender, clock));
    }

    private void tick() {
        meters.values().forEach(Meter::tick);
        meters.values().removeIf(Meter::isIdle);
    }
}
