package uk.jointdesk.incident.intake.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads instants as senders write them. An instant has an offset; a local time without one is refused, because twice
 * a year it names two instants or none.
 */
public final class EventTime {

    private static final ZoneId LOCAL = ZoneId.of("Europe/London");
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2200-01-01T00:00:00Z");

    /** ServiceNow's audit log: {@code 29/2/2016 01:23}. */
    private static final DateTimeFormatter AUDIT =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Hornbill's raw dates: {@code 2025-03-31 08:59:40}. */
    private static final DateTimeFormatter REPORT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private EventTime() {}

    /** An ISO 8601 instant such as {@code 2021-06-07T08:00:00Z} or {@code 2021-06-07T09:00:00+01:00}. */
    public static Instant iso(String text, String pointer) throws RowRefused {
        try {
            return checked(OffsetDateTime.parse(text).toInstant(), pointer);
        } catch (DateTimeException notAnInstant) {
            throw refusalOf(text, pointer);
        }
    }

    /** A minute of the ServiceNow audit log, which names no zone and is taken as UTC. */
    public static Instant audit(String text, String pointer) throws RowRefused {
        try {
            return checked(LocalDateTime.parse(text, AUDIT).toInstant(ZoneOffset.UTC), pointer);
        } catch (DateTimeException notAMinute) {
            throw new RowRefused("time-invalid", "is not a time like 29/2/2016 01:23", pointer);
        }
    }

    /** A second of a Hornbill report with raw dates, which are UTC. */
    public static Instant report(String text, String pointer) throws RowRefused {
        try {
            return checked(LocalDateTime.parse(text.strip(), REPORT).toInstant(ZoneOffset.UTC), pointer);
        } catch (DateTimeException notASecond) {
            throw new RowRefused("time-invalid", "is not a raw date like 2025-03-31 08:59:40", pointer);
        }
    }

    private static Instant checked(Instant instant, String pointer) throws RowRefused {
        if (instant.isBefore(EARLIEST)) {
            throw new RowRefused("time-out-of-range", "lies before 1990", pointer);
        }
        if (!instant.isBefore(TOO_LATE)) {
            throw new RowRefused("time-out-of-range", "lies after 2199", pointer);
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static RowRefused refusalOf(String text, String pointer) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text);
        } catch (DateTimeException notEvenLocal) {
            return new RowRefused("time-invalid", "is not an instant like 2021-06-07T08:00:00Z", pointer);
        }
        if (LOCAL.getRules().getValidOffsets(local).isEmpty()) {
            return new RowRefused("time-imaginary", "does not exist in Europe/London and has no offset", pointer);
        }
        return new RowRefused("time-without-offset", "has no offset; write 2021-06-07T08:00:00Z", pointer);
    }
}
