package uk.jointdesk.kpi.measurement.domain;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What was measured of an indicator in a month. It is a fact: a correction is another one that supersedes it.
 *
 * @param evidence where it comes from, so that somebody else can check it
 * @param supersedes the measurement this one corrects, or null
 * @param client the client that handed it in
 * @param subject the opaque subject behind the client
 */
public record Measurement(
        long id,
        String kpi,
        YearMonth month,
        long numerator,
        long denominator,
        String evidence,
        Long supersedes,
        Instant recordedAt,
        String client,
        String subject) {

    /** Whether something handed in says nothing that this does not say already. */
    public boolean says(Reading reading) {
        return reading.month().equals(month)
                && reading.numerator() == numerator
                && reading.denominator() == denominator
                && reading.evidence().equals(evidence);
    }
}
