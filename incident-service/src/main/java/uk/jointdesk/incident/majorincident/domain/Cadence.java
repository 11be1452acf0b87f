package uk.jointdesk.incident.majorincident.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * When the next update is due. It is a clock of its own and runs by the wall: who waits for news of an outage waits at
 * night too.
 */
public final class Cadence {

    private Cadence() {}

    /** An audience is told how it stands at least this often. */
    public record Promise(Audience audience, int everyMinutes) {}

    /** The next update of an audience. */
    public record Due(Audience audience, int everyMinutes, Instant lastTold, Instant at, boolean overdue) {}

    /**
     * @param declaredAt from when the first interval runs
     * @param lastTold when each audience heard of it last
     */
    public static List<Due> due(
            List<Promise> promises, Instant declaredAt, Map<Audience, Instant> lastTold, Instant now) {
        return promises.stream()
                .map(promise -> due(promise, declaredAt, lastTold.get(promise.audience()), now))
                .toList();
    }

    private static Due due(Promise promise, Instant declaredAt, Instant lastTold, Instant now) {
        Instant since = lastTold == null ? declaredAt : lastTold;
        Instant at = since.plus(Duration.ofMinutes(promise.everyMinutes()));
        return new Due(promise.audience(), promise.everyMinutes(), lastTold, at, now.isAfter(at));
    }
}
