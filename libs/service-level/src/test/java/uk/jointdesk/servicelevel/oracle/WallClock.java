package uk.jointdesk.servicelevel.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A clock on the wall that somebody looks at once a minute and that never goes back: when clocks are put back it stands
 * still until it is right again. A service is open while this clock shows a time within its hours.
 */
final class WallClock {

    private final PlainHours hours;
    private long minute;
    private LocalDateTime shown;
    private LocalDate known;
    private List<PlainHours.Range> today;
    private List<PlainHours.Range> yesterday;

    /** Starts some hours early, so that the clock is right whatever happened just before. */
    WallClock(PlainHours hours, Instant at) {
        this.hours = hours;
        this.minute = at.getEpochSecond() / 60 - 180;
        this.shown = local();
        while (minute < at.getEpochSecond() / 60) {
            tick();
        }
    }

    long minute() {
        return minute;
    }

    LocalDateTime shown() {
        return shown;
    }

    void tick() {
        minute++;
        LocalDateTime now = local();
        shown = now.isAfter(shown) ? now : shown;
    }

    boolean open() {
        if (!shown.toLocalDate().equals(known)) {
            known = shown.toLocalDate();
            today = hours.on(known);
            yesterday = hours.on(known.minusDays(1));
        }
        int ofDay = shown.getHour() * 60 + shown.getMinute();
        return within(today, ofDay) || within(yesterday, ofDay + 1_440);
    }

    private static boolean within(List<PlainHours.Range> ranges, int minuteOfDay) {
        for (PlainHours.Range range : ranges) {
            if (range.open() <= minuteOfDay && minuteOfDay < range.close()) {
                return true;
            }
        }
        return false;
    }

    private LocalDateTime local() {
        Instant at = Instant.ofEpochSecond(minute * 60);
        ZoneOffset offset = hours.zone().getRules().getOffset(at);
        return LocalDateTime.ofEpochSecond(minute * 60, 0, offset);
    }
}
