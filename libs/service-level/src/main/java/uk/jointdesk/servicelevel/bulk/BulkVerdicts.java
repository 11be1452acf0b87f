package uk.jointdesk.servicelevel.bulk;

import uk.jointdesk.servicelevel.clock.SlaState;

/**
 * Where the bulk judge writes: one place per ticket, to be used again and again.
 *
 * @param code the ordinal of the {@link SlaState}, or {@link #ASK_THE_CLOCK}
 * @param consumed service time used, in milliseconds
 */
public record BulkVerdicts(byte[] code, long[] consumed) {

    /**
     * The arrays do not suffice to judge this ticket: an instant lies outside the judge's years, its pauses are out of
     * order, or a same-time target touches a day on which clocks change. Ask the clock.
     */
    public static final byte ASK_THE_CLOCK = -1;

    private static final SlaState[] STATES = SlaState.values();

    public static BulkVerdicts forTickets(int count) {
        return new BulkVerdicts(new byte[count], new long[count]);
    }

    void write(int ticket, byte verdict, long millis) {
        code[ticket] = verdict;
        consumed[ticket] = millis;
    }

    public boolean needsTheClock(int ticket) {
        return code[ticket] == ASK_THE_CLOCK;
    }

    /** @throws IllegalStateException if the clock has to be asked */
    public SlaState state(int ticket) {
        if (needsTheClock(ticket)) {
            throw new IllegalStateException("ticket " + ticket + " was not judged in bulk");
        }
        return STATES[code[ticket]];
    }
}
