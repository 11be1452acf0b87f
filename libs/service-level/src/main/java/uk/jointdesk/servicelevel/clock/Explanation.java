package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.ReopenReading;

/**
 * How a verdict comes about.
 *
 * @param segments the judged time from {@code loggedAt} on, cut into parts that add up to it exactly
 * @param byPolicy the outcome in both readings of a change of priority or partner
 * @param byReopen the outcome in all three readings of a reopening
 * @param formerBreaches breaches of targets that no longer stand, in order
 * @param escalations when each threshold of the agreement is reached
 * @param pausedService service time during which the clock was stopped
 * @param whollyOutOfHours the ticket came and went while the service was closed, so that its target was never tested
 */
public record Explanation(
        List<Segment> segments,
        Map<ChangePolicy, Outcome> byPolicy,
        Map<ReopenReading, Outcome> byReopen,
        List<FormerBreach> formerBreaches,
        List<EscalationPoint> escalations,
        Duration pausedService,
        boolean whollyOutOfHours) {

    static final Explanation NONE = of(List.of());

    /** How time was used that no target limits. */
    static Explanation of(List<Segment> segments) {
        return new Explanation(segments, Map.of(), Map.of(), List.of(), List.of(), Duration.ZERO, false);
    }

    public Explanation {
        segments = List.copyOf(segments);
        byPolicy = Map.copyOf(byPolicy);
        byReopen = Map.copyOf(byReopen);
        formerBreaches = List.copyOf(formerBreaches);
        escalations = List.copyOf(escalations);
    }
}
