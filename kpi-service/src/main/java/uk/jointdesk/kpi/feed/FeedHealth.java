package uk.jointdesk.kpi.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uk.jointdesk.kpi.feed.domain.Progress;
import uk.jointdesk.kpi.feed.store.ProgressStore;

/**
 * Ready once the required sources have been read to their end. A feed that lags later does not make the figures wrong,
 * only older, and they say how old: so lag is reported and takes nothing down.
 */
@Readiness
@ApplicationScoped
public class FeedHealth implements HealthCheck {

    private final ProgressStore progress;
    private final RequiredSources required;
    private final Clock clock;

    public FeedHealth(ProgressStore progress, RequiredSources required, Clock clock) {
        this.progress = progress;
        this.required = required;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Progress now = progress.read();
        var answer = HealthCheckResponse.named("change feed")
                .status(required.areCoveredBy(now))
                .withData("requiredSources", String.join(",", required.names()))
                .withData("factsAsAt", String.valueOf(now.asAt()))
                .withData("readToEndAt", String.valueOf(now.readToEndAt()));
        if (now.readToEndAt() != null) {
            answer.withData("lagSeconds", lag(now).toSeconds());
        }
        return answer.build();
    }

    private Duration lag(Progress now) {
        return Duration.between(now.readToEndAt(), clock.instant());
    }
}
