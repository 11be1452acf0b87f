package uk.jointdesk.incident.ticket.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.jointdesk.incident.intake.domain.EventTime;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.time.Era;

/** Instants and days as callers write them, refused with a code of their own when they are none. */
public final class Times {

    /** Days of a filter are the partners' days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private Times() {}

    /** An instant that has happened; {@code otherwise} when none is given. */
    public static Instant past(String text, String pointer, Instant now, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        Instant instant = instant(text, pointer);
        if (instant.isAfter(now)) {
            throw Refusal.refused(
                    "time-in-future", "It has not happened yet.", new FieldError(pointer, "lies in the future"));
        }
        return instant;
    }

    static Instant instant(String text, String pointer) {
        try {
            return EventTime.iso(text, pointer);
        } catch (RowRefused refused) {
            throw Refusal.refused(
                    refused.code(),
                    "The time cannot be meant as written.",
                    new FieldError(pointer, refused.getMessage()));
        }
    }

    /** An instant that is asked about, in the past or ahead. */
    static Instant at(String text, String parameter) {
        try {
            return EventTime.iso(text, "query:" + parameter);
        } catch (RowRefused refused) {
            throw Refusal.malformed(
                    refused.code(),
                    "The time cannot be meant as written.",
                    FieldError.query(parameter, refused.getMessage()));
        }
    }

    /** The beginning of a span: an instant, or a day from its first instant. */
    public static Instant from(String text, String parameter) {
        return text == null ? null : bound(text, parameter, 0);
    }

    /** The end of a span, excluded: an instant, or a day to its last instant. */
    public static Instant to(String text, String parameter) {
        return text == null ? null : bound(text, parameter, 1);
    }

    /** A day that somebody can have meant. */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!Era.holds(day)) {
            throw new DateTimeException("lies before 1990 or after 2199");
        }
        return day;
    }

    private static Instant bound(String text, String parameter, int daysAfter) {
        try {
            return text.length() == 10
                    ? day(text).plusDays(daysAfter).atStartOfDay(LOCAL).toInstant()
                    : EventTime.iso(text, "query:" + parameter);
        } catch (DateTimeException | RowRefused unreadable) {
            throw Refusal.malformed(
                    "parameter-invalid",
                    "A time is an instant such as 2021-06-07T09:00:00Z or a day such as 2021-06-07, from 1990 to 2199.",
                    FieldError.query(parameter, "is neither an instant nor a day"));
        }
    }
}
