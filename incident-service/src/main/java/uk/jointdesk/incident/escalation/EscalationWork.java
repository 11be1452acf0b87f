package uk.jointdesk.incident.escalation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.incident.escalation.store.Announcer;
import uk.jointdesk.incident.escalation.store.Replanning;

/** Has each replica look every second for what is due, and for tickets that a change of rules concerns. */
@ApplicationScoped
public class EscalationWork {

    private final Announcer announcer;
    private final Replanning replanning;

    public EscalationWork(Announcer announcer, Replanning replanning) {
        this.announcer = announcer;
        this.replanning = replanning;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announce() {
        announcer.announce();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void replan() {
        replanning.catchUp();
    }
}
