package uk.jointdesk.kpi.period.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The moment a backlog is about.
 *
 * @param before everything that happened before this instant has happened, nothing later
 * @param agedBefore a ticket logged before this instant is open for more than 30 days
 */
public record Moment(Instant before, Instant agedBefore) {
    private static final int AGED_DAYS = 30;

    /** Just after an instant: what happened at it has happened. */
    public static Moment at(Instant instant, ZoneId zone) {
        return before(instant.truncatedTo(ChronoUnit.MILLIS).plusMillis(1), zone);
    }

    /** The end of a local day, 24:00: what happens at that midnight belongs to the next day. */
    public static Moment endOf(LocalDate day, ZoneId zone) {
        return before(day.plusDays(1).atStartOfDay(zone).toInstant(), zone);
    }

    private static Moment before(Instant instant, ZoneId zone) {
        return new Moment(
                instant, instant.atZone(zone).minusDays(AGED_DAYS).toInstant());
    }
}
