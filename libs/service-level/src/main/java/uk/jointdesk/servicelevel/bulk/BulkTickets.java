package uk.jointdesk.servicelevel.bulk;

/**
 * Tickets as arrays, one place per ticket. All instants are epoch milliseconds. The arrays are used as they are, not
 * copied; nobody may change them while they are judged.
 *
 * @param loggedAt when each ticket was logged
 * @param resolvedAt its last resolution, or {@link #OPEN}
 * @param target see {@link BulkTarget}
 * @param calendar the place of its calendar in the judge's list
 * @param pauseIndex where the pauses of ticket {@code i} begin: from {@code pauseIndex[i]} up to, not including,
 *     {@code pauseIndex[i + 1]}; one longer than the other arrays
 * @param pauseFrom where each pause begins, in order within a ticket; pauses may overlap
 * @param pauseTo where it ends, or {@link #OPEN}. Time between a resolution and a reopening is given as a pause too
 */
public record BulkTickets(
        long[] loggedAt,
        long[] resolvedAt,
        long[] target,
        int[] calendar,
        int[] pauseIndex,
        long[] pauseFrom,
        long[] pauseTo) {

    /** Not resolved, or a pause that has not ended. */
    public static final long OPEN = Long.MAX_VALUE;

    public BulkTickets {
        int tickets = loggedAt.length;
        if (resolvedAt.length != tickets || target.length != tickets || calendar.length != tickets) {
            throw new IllegalArgumentException("every ticket needs its place in every array");
        }
        if (pauseIndex.length != tickets + 1 || pauseFrom.length != pauseTo.length) {
            throw new IllegalArgumentException("pauses need an index one longer than the tickets, and an end each");
        }
    }

    public int size() {
        return loggedAt.length;
    }
}
