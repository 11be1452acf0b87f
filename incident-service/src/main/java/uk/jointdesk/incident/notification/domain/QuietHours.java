package uk.jointdesk.incident.notification.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a subscriber is not to be disturbed. What falls into them waits for their end; nothing is dropped.
 *
 * @param zone whose wall clock the windows are read by
 */
public record QuietHours(ZoneId zone, List<Window> windows) {

    /** Longer than any run of windows that leaves a gap in the week. */
    private static final Duration WEEK = Duration.ofDays(8);

    public QuietHours {
        windows = List.copyOf(windows);
    }

    /**
     * A stretch of quiet that begins on each of these days. Half-open; one that ends at or before its beginning ends on
     * the next day.
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        public Window {
            days = Set.copyOf(days);
        }

        private Optional<Instant> endIfCovers(Instant at, LocalDate beginning, ZoneId zone) {
            LocalDate ending = to.isAfter(from) ? beginning : beginning.plusDays(1);
            Instant begins = ZonedDateTime.of(beginning, from, zone).toInstant();
            Instant ends = ZonedDateTime.of(ending, to, zone).toInstant();
            boolean covers = days.contains(beginning.getDayOfWeek()) && !at.isBefore(begins) && at.isBefore(ends);
            return covers ? Optional.of(ends) : Optional.empty();
        }
    }

    /** The earliest instant, not before this one, at which the subscriber may be told. */
    public Instant earliest(Instant from) {
        Instant at = from;
        for (Optional<Instant> end = endOfQuiet(at); end.isPresent(); end = endOfQuiet(at)) {
            at = end.get();
            if (Duration.between(from, at).compareTo(WEEK) > 0) {
                throw new IllegalStateException("these quiet hours never end");
            }
        }
        return at;
    }

    /** Whether the week has an hour left in which the subscriber can be told anything. */
    public boolean leaveAGap() {
        try {
            earliest(Instant.EPOCH);
            return true;
        } catch (IllegalStateException never) {
            return false;
        }
    }

    private Optional<Instant> endOfQuiet(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return windows.stream()
                .flatMap(window -> java.util.stream.Stream.of(
                        window.endIfCovers(at, today, zone), window.endIfCovers(at, today.minusDays(1), zone)))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
