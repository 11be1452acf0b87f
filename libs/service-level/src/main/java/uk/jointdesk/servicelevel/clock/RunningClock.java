package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.List;

/**
 * A clock that runs, and when it reaches each threshold of its agreement.
 *
 * @param name what makes it this clock and no other: whose it is, the target it runs towards and, where a reopening begins
 *     anew, that reopening. A change of priority, partner or agreement that changes the target makes another clock, whose
 *     thresholds are news again; going back to a target goes back to its clock. Other hours, a pause, or a reopening that
 *     resumes leave the clock the same one.
 * @param since from when on it has been running without a break; who could not know before, was not late before
 * @param points when each threshold is reached, past or ahead
 */
public record RunningClock(String name, Instant since, List<EscalationPoint> points) {

    public RunningClock {
        points = List.copyOf(points);
    }

    static RunningClock of(Judge judge, Instant loggedAt) {
        return new RunningClock(name(judge, loggedAt), judge.runningSince(), points(judge));
    }

    static List<EscalationPoint> points(Judge judge) {
        return judge.standing().version().thresholds().stream()
                .map(threshold ->
                        new EscalationPoint(threshold, judge.reachesWhileRunning(threshold.within(judge.target()))))
                .toList();
    }

    private static String name(Judge judge, Instant loggedAt) {
        Standing standing = judge.standing();
        Instant start = judge.judged().start();
        String target = standing.partner() + ": " + standing.rule().target();
        return start.equals(loggedAt) ? target : target + ", reopened " + start;
    }
}
