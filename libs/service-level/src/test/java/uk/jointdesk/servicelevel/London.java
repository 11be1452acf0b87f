package uk.jointdesk.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as a borough reads them: local time in London. */
public final class London {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private London() {}

    /** The instant of a local time such as {@code 2021-06-07 09:00}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local, WRITTEN).atZone(ZONE).toInstant();
    }

    /** The instant of a local time with its offset from UTC in hours, for the hour that comes twice. */
    public static Instant at(String local, int offsetHours) {
        return LocalDateTime.parse(local, WRITTEN).toInstant(ZoneOffset.ofHours(offsetHours));
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
