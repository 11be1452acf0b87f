package uk.jointdesk.kpi.whatif.domain;

import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.compliance.domain.Score;

/**
 * What a change of rules does to some tickets.
 *
 * @param tickets how many of them are judged otherwise
 */
public record Shift(Score before, Score after, long tickets) {
    public static final Shift NOTHING = new Shift(Score.NOTHING, Score.NOTHING, 0);

    public static Shift of(Outcome before, Outcome after) {
        return of(before, after, 1);
    }

    /** So many tickets with the same outcomes. */
    public static Shift of(Outcome before, Outcome after, long tickets) {
        return new Shift(Score.of(before, tickets), Score.of(after, tickets), before == after ? 0 : tickets);
    }

    public Shift plus(Shift other) {
        return new Shift(before.plus(other.before), after.plus(other.after), tickets + other.tickets);
    }
}
