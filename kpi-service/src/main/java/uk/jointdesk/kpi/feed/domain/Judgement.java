package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import uk.jointdesk.kpi.compliance.domain.Outcome;

/**
 * What became of a ticket and by which rules.
 *
 * @param overAt when it was resolved for the last time, cancelled or merged; null while it is open
 * @param targetMinutes service minutes allowed, cut off; null without a target
 * @param consumedMillis service time used up to {@code overAt}, in milliseconds; null without a target
 * @param calendarVersion the version in force on the day of {@code overAt}
 */
public record Judgement(
        Outcome outcome,
        Instant overAt,
        Long targetMinutes,
        Long consumedMillis,
        String agreement,
        Integer agreementVersion,
        String calendar,
        String calendarVersion) {

    /** Of a ticket on which no clock was read. */
    public static Judgement without(Outcome outcome, Instant overAt) {
        return new Judgement(outcome, overAt, null, null, null, null, null, null);
    }

    public Basis basis() {
        return new Basis(targetMinutes, agreement, agreementVersion, calendar, calendarVersion);
    }
}
