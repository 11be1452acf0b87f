package uk.jointdesk.kpi.feed.domain.bulk;

import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.Terms;

/**
 * A ticket that was resolved, or answered, as one of its clocks sees it, and how it stands judged.
 *
 * @param loggedAt in epoch milliseconds
 * @param endedAt its last resolution, or the first answer; likewise
 * @param reopened whether a reopening matters to the clock
 * @param interruptions null where only the events tell
 * @param standing as it is judged now
 */
public record Life(
        String ticket,
        Terms terms,
        long loggedAt,
        long endedAt,
        boolean reopened,
        Interruptions interruptions,
        Standing standing) {

    /** In place of the time used by a ticket on which no clock was read. */
    public static final long NO_CLOCK = -1;

    /** In place of the number of a basis, of a ticket that has none. */
    public static final int NO_BASIS = 0;

    /**
     * A judgement without the instant at which the ticket was over, which no rules can change.
     *
     * @param consumedMillis service time used, or {@link #NO_CLOCK}
     * @param basis its number in {@link Bases}, or {@link #NO_BASIS}
     */
    public record Standing(Outcome outcome, long consumedMillis, int basis) {}

    /**
     * The same for either clock: an answer that was given stays given, whatever is reopened; and until it a ticket's
     * terms are known for certain only if they never were others.
     */
    public Life seenBy(Metric metric) {
        if (metric == Metric.RESOLUTION) {
            return this;
        }
        boolean unknown = interruptions == null || interruptions.termsChanged();
        return new Life(ticket, terms, loggedAt, endedAt, false, unknown ? null : interruptions, standing);
    }
}
