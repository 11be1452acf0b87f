package uk.jointdesk.servicelevel.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Calendar arithmetic by looking at every single minute; shares no code with what it checks. */
public final class MinuteWalk {

    private final PlainHours hours;

    public MinuteWalk(PlainHours hours) {
        this.hours = hours;
    }

    /** Open minutes from one whole minute to another. */
    public long between(Instant from, Instant to) {
        long open = 0;
        for (WallClock clock = new WallClock(hours, from); clock.minute() < to.getEpochSecond() / 60; clock.tick()) {
            open += clock.open() ? 1 : 0;
        }
        return open;
    }

    /** The end of the minute in which so many open minutes are complete. */
    public Instant plus(Instant from, long minutes) {
        WallClock clock = new WallClock(hours, from);
        for (long left = minutes; left > 0; clock.tick()) {
            left -= clock.open() ? 1 : 0;
        }
        return Instant.ofEpochSecond(clock.minute() * 60);
    }

    /** When the wall clock first shows the same time, so many days with hours later. */
    public Instant sameTimeAfter(Instant from, int workingDays) {
        LocalDateTime local = LocalDateTime.ofInstant(from, hours.zone());
        LocalDate date = local.toLocalDate();
        for (int left = workingDays; left > 0; left -= hours.on(date).isEmpty() ? 0 : 1) {
            date = date.plusDays(1);
        }
        LocalDateTime wanted = date.atTime(local.toLocalTime());
        WallClock clock = new WallClock(hours, from);
        while (clock.shown().isBefore(wanted)) {
            clock.tick();
        }
        return Instant.ofEpochSecond(clock.minute() * 60);
    }
}
