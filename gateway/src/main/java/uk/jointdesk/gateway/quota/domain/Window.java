package uk.jointdesk.gateway.quota.domain;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time that has a quota of its own: half-open, and the same on every replica. */
public record Window(Instant start, Instant end) {

    public static Window at(Instant now, Duration length) {
        long millis = length.toMillis();
        Instant start = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
        return new Window(start, start.plus(length));
    }

    public Window next() {
        return new Window(end, end.plus(Duration.between(start, end)));
    }

    public boolean contains(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }

    /** Whole seconds until it ends, at least one: nobody is told to come back at once. */
    public long secondsLeft(Instant now) {
        long millis = Duration.between(now, end).toMillis();
        return Math.max(1, (millis + 999) / 1_000);
    }
}
