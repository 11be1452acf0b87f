package uk.jointdesk.kpi.durations.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Resolved tickets by name, with the times they took. They add up as {@link ResolutionTimes} do.
 *
 * @param withTarget those whose service time is known
 */
public record TimedTickets(List<String> withTarget, List<String> withoutTarget, ResolutionTimes times) {
    public static final TimedTickets NONE = new TimedTickets(List.of(), List.of(), ResolutionTimes.NONE);

    public TimedTickets plus(TimedTickets other) {
        return new TimedTickets(
                both(withTarget, other.withTarget), both(withoutTarget, other.withoutTarget), times.plus(other.times));
    }

    /** Every resolved ticket. */
    public List<String> resolved() {
        return both(withTarget, withoutTarget);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }
}
