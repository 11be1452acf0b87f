package uk.jointdesk.incident.catalogue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import uk.jointdesk.incident.catalogue.store.TaskEscalations;

/** Looks for late tasks again and again. */
@ApplicationScoped
public class TaskWatch {

    private final TaskEscalations escalations;
    private final Clock clock;

    public TaskWatch(TaskEscalations escalations, Clock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        escalations.escalate(clock.instant());
    }
}
