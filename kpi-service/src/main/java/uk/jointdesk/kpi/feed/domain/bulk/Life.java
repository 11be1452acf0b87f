package uk.jointdesk.kpi.feed.domain.bulk;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.Terms;

/**
 * A ticket that was resolved, or answered, as one of its clocks sees it.
 *
 * @param month number of the month in the range in which it counts
 * @param outcome as it is judged now
 * @param endedAt its last resolution, or the first answer
 * @param reopened whether a reopening matters to the clock; an answer that was given stays given
 * @param interruptions empty where only the events tell
 */
public record Life(
        String ticket,
        Terms terms,
        int month,
        Outcome outcome,
        Instant loggedAt,
        Instant endedAt,
        boolean reopened,
        Optional<Interruptions> interruptions) {

    /**
     * The same for either clock. Until the first answer a ticket's terms are known for certain only if they never were
     * others.
     */
    public static Life of(
            Metric metric,
            String ticket,
            Terms terms,
            int month,
            Outcome outcome,
            Instant loggedAt,
            Instant endedAt,
            boolean reopened,
            Optional<Interruptions> interruptions) {
        boolean answer = metric == Metric.RESPONSE;
        return new Life(
                ticket,
                terms,
                month,
                outcome,
                loggedAt,
                endedAt,
                reopened && !answer,
                interruptions.filter(told -> !answer || !told.termsChanged()));
    }
}
