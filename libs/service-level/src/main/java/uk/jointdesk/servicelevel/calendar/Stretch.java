package uk.jointdesk.servicelevel.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A part of time that is open, or closed for one reason; half-open and never empty.
 *
 * @param detail of a holiday its name and source, of a special day its name, else empty
 */
public record Stretch(Instant from, Instant to, Kind kind, String detail) {

    /** What a stretch of a calendar is. */
    public enum Kind {
        OPEN,
        CLOSED_HOURS,
        HOLIDAY
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
