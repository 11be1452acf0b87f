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
        return new Shift(Score.of(before, 1), Score.of(after, 1), before == after ? 0 : 1);
    }

    public Shift plus(Shift other) {
        return new Shift(before.plus(other.before), after.plus(other.after), tickets + other.tickets);
    }
}
