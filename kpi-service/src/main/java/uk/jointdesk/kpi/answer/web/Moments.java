package uk.jointdesk.kpi.answer.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import uk.jointdesk.kpi.period.domain.Moment;

/** Reads a moment: an instant with its offset, or a date for the end of that local day. */
public final class Moments {

    private static final Pattern DATE = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private Moments() {}

    public static Moment read(String parameter, String text, ZoneId zone) {
        try {
            return DATE.matcher(text).matches()
                    ? Moment.endOf(LocalDate.parse(text), zone)
                    : Moment.at(instant(text), zone);
        } catch (DateTimeException unreadable) {
            throw Asked.refused(parameter, "an instant (2021-06-07T09:00:00Z) or a date (2021-06-07)");
        }
    }

    private static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1000 || time.getYear() > 2999) {
            throw new DateTimeException("a year no desk has tickets in");
        }
        return time.toInstant();
    }
}
