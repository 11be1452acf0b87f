package uk.jointdesk.gateway.status;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.status.domain.Conditions;
import uk.jointdesk.gateway.status.domain.Finding;
import uk.jointdesk.gateway.status.domain.SuitePart;

/**
 * Looks at every part now and then and remembers what it saw. Whoever asks how the suite does is told that: nobody
 * makes the gateway ask anything by asking.
 */
@ApplicationScoped
public class Lookout {

    private final Sights sights;
    private final Clock clock;
    private final AtomicReference<Conditions> seen = new AtomicReference<>(Conditions.UNSEEN);
    private final AtomicBoolean looking = new AtomicBoolean();

    Lookout(Sights sights, Clock clock) {
        this.sights = sights;
        this.clock = clock;
    }

    void start(
            @Observes StartupEvent started,
            Vertx vertx,
            @ConfigProperty(name = "jointdesk.status.every") Duration every) {
        look();
        vertx.setPeriodic(every.toMillis(), each -> look());
    }

    /** Completes when every part has been seen. While one look lasts there is no second. */
    Future<Void> look() {
        if (!looking.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        return Future.join(Arrays.stream(SuitePart.values())
                        .filter(part -> part != SuitePart.GATEWAY)
                        .map(part -> sights.of(part).onSuccess(finding -> remember(part, finding)))
                        .toList())
                .onComplete(done -> looking.set(false))
                .mapEmpty();
    }

    private void remember(SuitePart part, Finding finding) {
        seen.updateAndGet(before -> before.with(part, finding, clock.instant()));
    }

    Conditions seen() {
        return seen.get();
    }
}
