package uk.jointdesk.servicelevel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.jointdesk.servicelevel.calendar.CalendarRefused.Reason;

/**
 * When a service is open: hours in a time zone, in dated versions, with holidays and special days.
 *
 * <p>All arithmetic is exact to the millisecond; finer digits of an instant are cut off. The version is taken for each
 * local day by itself, so that a span across a change of hours uses both. Days before the first version use the first
 * version. A local time that is skipped in spring means the instant of the change, one that comes twice in autumn means
 * its first time. Immutable and safe for threads.
 */
public final class WorkingCalendar {

    private final String code;
    private final ZoneId zone;
    private final List<CalendarVersion> versions;
    private final OpeningDays days;

    /**
     * @param code short name, such as {@code STD}
     * @throws CalendarRefused if there is no version, or two begin on one day
     */
    public WorkingCalendar(String code, ZoneId zone, List<CalendarVersion> versions) {
        this.code = Objects.requireNonNull(code, "code");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.versions = inOrder(code, versions);
        this.days = new OpeningDays(zone, this.versions);
    }

    /** Begins a calendar step by step. */
    public static CalendarBuilder named(String code, ZoneId zone) {
        return new CalendarBuilder(code, zone);
    }

    public String code() {
        return code;
    }

    public ZoneId zone() {
        return zone;
    }

    /** All versions, the oldest first. */
    public List<CalendarVersion> versions() {
        return versions;
    }

    /** The name of the version in force on a local day: the date it is valid from. */
    public String versionOn(LocalDate date) {
        return days.versionOn(date).name();
    }

    /** The length of "a working day" by the version in force at an instant; see {@link CalendarVersion#serviceDay}. */
    public Duration serviceDay(Instant at) {
        return days.versionOn(LocalDate.ofInstant(at, zone)).serviceDay();
    }

    /** Exact working time from one instant to another; zero if {@code to} is not after {@code from}. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofMillis(millisBetween(from.toEpochMilli(), to.toEpochMilli()));
    }

    private long millisBetween(long from, long to) {
        long open = 0;
        if (from < to) {
            for (OpeningDay day = days.holding(from); day.start() < to; day = days.after(day)) {
                open += day.openBetween(from, to);
            }
        }
        return open;
    }

    /**
     * The earliest instant at which that much working time has passed since {@code from}. Time that runs out at closing
     * ends at the closing instant, not at the next opening. No working time ends at once, even out of hours.
     *
     * @throws IllegalArgumentException if the working time is negative
     */
    public Instant plus(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("working time cannot be negative: " + working);
        }
        long start = from.toEpochMilli();
        long left = working.toMillis();
        if (left == 0) {
            return Instant.ofEpochMilli(start);
        }
        OpeningDay day = days.holding(start);
        for (long open = day.openBetween(start, day.end()); open < left; open = day.openBetween(start, day.end())) {
            left -= open;
            day = days.after(day);
        }
        return Instant.ofEpochMilli(day.reach(start, left));
    }

    /** Whether the service is open at an instant; at closing it is not. */
    public boolean opens(Instant at) {
        return days.holding(at.toEpochMilli()).opensAt(at.toEpochMilli());
    }

    /** Whether a window opens on a local date; the tail of a night shift does not make a working day. */
    public boolean isWorkingDay(LocalDate date) {
        return days.on(date).workingDay();
    }

    /**
     * The same local time so many working days later. A working day is a local date on which a window opens; the date
     * of {@code from} itself is not counted, whether the service was open on it or not.
     */
    public Instant sameTimeAfter(Instant from, int workingDays) {
        LocalTime time = LocalTime.ofInstant(from, zone);
        OpeningDay day = days.holding(from.toEpochMilli());
        for (int counted = 0; counted < workingDays; counted += day.workingDay() ? 1 : 0) {
            day = days.after(day);
        }
        return Instant.ofEpochMilli(days.instantOf(day.date(), time));
    }

    /**
     * The span from one instant to another cut into open and closed stretches, in order and without gaps. Closed time is
     * ordinary closed hours or a holiday by name; neighbours of one kind and detail are one stretch.
     */
    public List<Stretch> stretches(Instant from, Instant to) {
        StretchLine line = new StretchLine(from.toEpochMilli(), to.toEpochMilli());
        if (line.isEmpty()) {
            return List.of();
        }
        for (OpeningDay day = days.holding(line.from()); day.start() < line.to(); day = days.after(day)) {
            line.add(day);
        }
        return line.stretches();
    }

    private static List<CalendarVersion> inOrder(String code, List<CalendarVersion> versions) {
        if (versions.isEmpty()) {
            throw new CalendarRefused(Reason.NO_VERSION, "calendar " + code + " has no version");
        }
        Set<LocalDate> starts = new HashSet<>();
        for (CalendarVersion version : versions) {
            if (!starts.add(version.validFrom())) {
                throw new CalendarRefused(
                        Reason.TWO_VERSIONS_ON_ONE_DAY, "calendar " + code + " has two from " + version.validFrom());
            }
        }
        return versions.stream()
                .sorted(Comparator.comparing(CalendarVersion::validFrom))
                .toList();
    }

    @Override
    public String toString() {
        return code + " (" + zone + ")";
    }
}
