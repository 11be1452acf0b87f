package uk.jointdesk.kpi.majorincident;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import uk.jointdesk.kpi.feed.upstream.Upstream;
import uk.jointdesk.kpi.majorincident.store.MajorIncidentStore;

/** Reads the register of major incidents again and again: a few dozen, that change as they are led. */
@ApplicationScoped
public class MajorIncidentPuller {

    private static final Logger LOG = Logger.getLogger(MajorIncidentPuller.class);

    private final Upstream upstream;
    private final MajorIncidentStore incidents;
    private final Clock clock;

    public MajorIncidentPuller(Upstream upstream, MajorIncidentStore incidents, Clock clock) {
        this.upstream = upstream;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Scheduled(
            every = "{jointdesk.kpi.major-incidents.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        try {
            pull();
        } catch (RuntimeException away) {
            LOG.warnf("The major incidents could not be read: %s", away);
        }
    }

    public void pull() {
        Instant asked = clock.instant();
        incidents.replace(upstream.majorIncidents(), asked);
    }
}
