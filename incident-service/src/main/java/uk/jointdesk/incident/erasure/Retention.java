package uk.jointdesk.incident.erasure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.incident.erasure.store.Erasures;

/** Takes requesters' names away when they have been kept long enough after their tickets were over. */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");
    private static final String THE_SERVICE_ITSELF = "incident-service";

    private final Erasures erasures;
    private final Period kept;
    private final Clock clock;

    public Retention(
            Erasures erasures, @ConfigProperty(name = "jointdesk.retention.requester") String kept, Clock clock) {
        this.erasures = erasures;
        this.kept = Period.parse(kept);
        this.clock = clock;
    }

    @Scheduled(
            cron = "${jointdesk.retention.cron}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseWhatIsDue() {
        long tickets = eraseAsOf(clock.instant());
        LOG.infof("requesters' names were taken from %d tickets", tickets);
    }

    /** Takes away what is due at an instant and gives the number of tickets changed. */
    long eraseAsOf(Instant now) {
        Instant cutoff =
                LocalDate.ofInstant(now, LOCAL).minus(kept).atStartOfDay(LOCAL).toInstant();
        return erasures.overBefore(cutoff, THE_SERVICE_ITSELF);
    }
}
