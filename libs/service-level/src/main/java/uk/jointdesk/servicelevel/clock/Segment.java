package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A part of a ticket's elapsed time and what it was to the clock; half-open and never empty.
 *
 * @param detail of a pause its reason, of a holiday its name and source, of closed hours the special day if there is one
 */
public record Segment(Instant from, Instant to, Kind kind, String detail) {

    /** What a segment was to the clock. */
    public enum Kind {
        /** Service time that the clock counts. */
        WORKING,
        /** On hold for a reason that stops the clock, in open and closed hours alike. */
        PAUSED,
        CLOSED_HOURS,
        HOLIDAY,
        /** Resolved, closed, cancelled or merged, before it was opened again. */
        RESOLVED
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whole minutes, cut off. */
    public long minutes() {
        return length().toMinutes();
    }
}
