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
    public static final int AGED_DAYS = 30;

    /** Just after an instant: what happened at it has happened. */
    public static Moment at(Instant instant, ZoneId zone) {
        Instant moment = instant.truncatedTo(ChronoUnit.MILLIS);
        return new Moment(moment.plusMillis(1), thirtyDaysBefore(moment, zone));
    }

    /** The end of a local day, 24:00: what happens at that midnight belongs to the next day. */
    public static Moment endOf(LocalDate day, ZoneId zone) {
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Moment(midnight, thirtyDaysBefore(midnight, zone));
    }

    /** The end of a local day, with tickets taken for aged that were logged more than so many days before. */
    public static Moment endOf(LocalDate day, int agedDays, ZoneId zone) {
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Moment(midnight, midnight.atZone(zone).minusDays(agedDays).toInstant());
    }

    private static Instant thirtyDaysBefore(Instant instant, ZoneId zone) {
        return instant.atZone(zone).minusDays(AGED_DAYS).toInstant();
    }
}
