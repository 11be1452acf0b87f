package uk.jointdesk.kpi.feed;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import uk.jointdesk.kpi.feed.store.SurveyIntake;
import uk.jointdesk.kpi.feed.upstream.IncidentApi;
import uk.jointdesk.kpi.feed.upstream.SurveyPage;

/** Reads what becomes of surveys to the end, again and again; replicas may do it at the same time. */
@ApplicationScoped
public class SurveyPuller {

    private static final Logger LOG = Logger.getLogger(SurveyPuller.class);
    private static final int PAGE = 5_000;

    private final IncidentApi incident;
    private final SurveyIntake intake;

    public SurveyPuller(@RestClient IncidentApi incident, SurveyIntake intake) {
        this.incident = incident;
        this.intake = intake;
    }

    @Scheduled(every = "{jointdesk.kpi.surveys.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        try {
            pull();
        } catch (RuntimeException away) {
            // The position stands where it stood, and the next round starts there.
            LOG.warnf("The feed of surveys could not be read: %s", away);
        }
    }

    /** Reads until the feed has nothing more. */
    public synchronized void pull() {
        boolean more = true;
        while (more) {
            more = readPage();
        }
    }

    private boolean readPage() {
        String position = intake.position();
        SurveyPage page = incident.surveys(position, PAGE);
        if (page.items().isEmpty()) {
            return false;
        }
        intake.take(position, page.next(), page.items());
        return true;
    }
}
