package uk.jointdesk.kpi.whatif.domain;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.Terms;

/**
 * A resolved ticket as the figures know it.
 *
 * @param month number of the month in the range in which it counts
 * @param outcome as it is judged now
 * @param interruptions empty where only the events tell
 */
public record Life(
        String ticket,
        Terms terms,
        int month,
        Outcome outcome,
        Instant loggedAt,
        Instant resolvedAt,
        boolean reopened,
        Optional<Interruptions> interruptions) {}
