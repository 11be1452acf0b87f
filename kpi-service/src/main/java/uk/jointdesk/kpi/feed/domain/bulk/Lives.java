package uk.jointdesk.kpi.feed.domain.bulk;

import java.util.List;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.servicelevel.agreement.Terms;

/**
 * Many tickets as one of their clocks sees them, a place each in arrays: some sixty bytes a ticket, where objects would
 * take several hundred. Nobody changes the arrays.
 */
public final class Lives {

    /** Nothing is told of its interruptions. */
    static final int UNTOLD = 1;

    static final int REOPENED = 2;

    /** Its terms once were others. */
    static final int CHANGED = 4;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final References references;
    private final Shared<Terms> terms;
    private final long[] loggedAt;
    private final long[] endedAt;
    private final byte[] traits;
    private final Pauses pauses;
    private final byte[] outcomes;
    private final long[] consumed;
    private final int[] bases;

    private Lives(List<Life> lives) {
        int count = lives.size();
        references = References.of(lives);
        terms = Shared.of(lives, Life::terms);
        pauses = Pauses.of(lives);
        bases = new int[count];
        loggedAt = new long[count];
        endedAt = new long[count];
        traits = new byte[count];
        outcomes = new byte[count];
        consumed = new long[count];
        for (int i = 0; i < count; i++) {
            put(i, lives.get(i));
        }
    }

    public static Lives of(List<Life> lives) {
        return new Lives(lives);
    }

    private void put(int i, Life life) {
        loggedAt[i] = life.loggedAt();
        endedAt[i] = life.endedAt();
        traits[i] = traits(life);
        outcomes[i] = (byte) life.standing().outcome().ordinal();
        consumed[i] = life.standing().consumedMillis();
        bases[i] = life.standing().basis();
    }

    private static byte traits(Life life) {
        if (life.interruptions() == null) {
            return UNTOLD;
        }
        return (byte) ((life.reopened() ? REOPENED : 0) | (life.interruptions().termsChanged() ? CHANGED : 0));
    }

    public int size() {
        return loggedAt.length;
    }

    public String ticket(int i) {
        return references.of(i);
    }

    /** Every set of terms that one of the tickets has. */
    public List<Terms> terms() {
        return terms.values();
    }

    /** Which of the {@link #terms()} a ticket has. */
    public int termsOf(int i) {
        return terms.numbers()[i];
    }

    /** In epoch milliseconds. */
    public long endedAt(int i) {
        return endedAt[i];
    }

    /** As it is judged now. */
    public Outcome outcome(int i) {
        return OUTCOMES[outcomes[i]];
    }

    /** Service time used as it is judged now, or {@link Life#NO_CLOCK}. */
    long consumed(int i) {
        return consumed[i];
    }

    /** The number of what its judgement rests on now, or {@link Life#NO_BASIS}. */
    int basis(int i) {
        return bases[i];
    }

    long[] loggedAt() {
        return loggedAt;
    }

    long[] endedAt() {
        return endedAt;
    }

    Pauses pauses() {
        return pauses;
    }

    boolean hasAny(int i, int wanted) {
        return (traits[i] & wanted) != 0;
    }
}
