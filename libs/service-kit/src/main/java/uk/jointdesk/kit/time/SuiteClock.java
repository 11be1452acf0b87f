package uk.jointdesk.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of a service, in UTC; a test puts another in its place. It ticks in microseconds, as PostgreSQL keeps them:
 * what is answered when something is written is what is read of it later.
 */
@ApplicationScoped
public class SuiteClock {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    @Produces
    @Singleton
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
