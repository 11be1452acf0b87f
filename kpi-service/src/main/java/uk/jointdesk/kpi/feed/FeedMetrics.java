package uk.jointdesk.kpi.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.jointdesk.kpi.feed.store.ProgressStore;

/** How long ago the feed was last read to its end. */
@ApplicationScoped
public class FeedMetrics {

    private final ProgressStore progress;
    private final Clock clock;

    public FeedMetrics(ProgressStore progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("jointdesk.kpi.feed.lag", this, FeedMetrics::lagSeconds)
                .baseUnit("seconds")
                .description("Time since the change feed was last read to its end; not a number before the first time")
                .register(meters);
    }

    double lagSeconds() {
        Instant end = progress.read().readToEndAt();
        return end == null ? Double.NaN : Duration.between(end, clock.instant()).toMillis() / 1000.0;
    }
}
