package uk.jointdesk.incident.catalogue.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A task of a request.
 *
 * @param queue the team that has it
 * @param escalatesAt when it is escalated unless somebody has started it; null when it waits or never is
 * @param escalatedAt when it was escalated, or null
 */
public record Task(
        UUID id,
        String code,
        String title,
        String queue,
        List<String> dependsOn,
        State state,
        Integer escalateAfterMinutes,
        Instant readyAt,
        Instant startedAt,
        Instant doneAt,
        Instant escalatesAt,
        Instant escalatedAt,
        long version) {

    /** Where a task stands. */
    public enum State {
        /** For an approval, or for other tasks. */
        WAITING,
        /** With its queue. */
        READY,
        STARTED,
        DONE
    }
}
