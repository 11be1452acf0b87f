package uk.jointdesk.servicelevel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.jointdesk.servicelevel.calendar.Stretch.Kind;

/**
 * Lays a calendar's local hours onto the time line, day by day, and remembers each year it has laid.
 *
 * <p>Clock changes: a local time that is skipped in spring means the instant of the change; one that comes twice in
 * autumn means its first time.
 */
final class OpeningDays {

    private final ZoneId zone;
    private final List<CalendarVersion> versions;
    private final Map<Integer, OpeningDay[]> years = new ConcurrentHashMap<>();

    OpeningDays(ZoneId zone, List<CalendarVersion> versions) {
        this.zone = zone;
        this.versions = versions;
    }

    /**
     * The local day that holds this instant. Where clocks have been put back across midnight, yesterday's date comes
     * again; that hour belongs to the day that had begun.
     */
    OpeningDay holding(long epochMilli) {
        OpeningDay day = on(LocalDate.ofInstant(Instant.ofEpochMilli(epochMilli), zone));
        return day.end() <= epochMilli ? after(day) : day;
    }

    OpeningDay after(OpeningDay day) {
        return on(day.date().plusDays(1));
    }

    OpeningDay on(LocalDate date) {
        OpeningDay[] year = years.get(date.getYear());
        if (year == null) {
            year = years.computeIfAbsent(date.getYear(), this::year);
        }
        return year[date.getDayOfYear() - 1];
    }

    /** The version in force on a day; the first version also holds for the days before it. */
    CalendarVersion versionOn(LocalDate date) {
        CalendarVersion inForce = versions.get(0);
        for (CalendarVersion version : versions) {
            if (!version.validFrom().isAfter(date)) {
                inForce = version;
            }
        }
        return inForce;
    }

    long instantOf(LocalDate date, LocalTime time) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant().toEpochMilli();
        }
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private OpeningDay[] year(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        OpeningDay[] days = new OpeningDay[first.lengthOfYear()];
        for (int i = 0; i < days.length; i++) {
            days[i] = lay(first.plusDays(i));
        }
        return days;
    }

    private OpeningDay lay(LocalDate date) {
        long start = instantOf(date, LocalTime.MIDNIGHT);
        long end = instantOf(date.plusDays(1), LocalTime.MIDNIGHT);
        CalendarVersion version = versionOn(date);
        Optional<Holiday> holiday = version.holidayOn(date);
        List<long[]> open = openParts(date, start, end);
        return new OpeningDay(
                date,
                start,
                end,
                open.stream().mapToLong(part -> part[0]).toArray(),
                open.stream().mapToLong(part -> part[1]).toArray(),
                holiday.isPresent() ? Kind.HOLIDAY : Kind.CLOSED_HOURS,
                holiday.map(Holiday::described).orElseGet(() -> specialName(version, date)),
                !version.windowsOn(date).isEmpty());
    }

    private List<long[]> openParts(LocalDate date, long start, long end) {
        List<long[]> open = new ArrayList<>();
        for (LocalDate opensOn : List.of(date.minusDays(1), date)) {
            for (Window window : versionOn(opensOn).windowsOn(opensOn)) {
                addWithin(open, opensOn, window, start, end);
            }
        }
        return united(open);
    }

    private static String specialName(CalendarVersion version, LocalDate date) {
        SpecialDay special = version.special().get(date);
        return special == null ? "" : special.name();
    }

    /** Adds what of a window lies within a day; a night shift lies partly in the day it opens and partly in the next. */
    private void addWithin(List<long[]> open, LocalDate opensOn, Window window, long dayStart, long dayEnd) {
        LocalDate closesOn = window.closesNextDay() ? opensOn.plusDays(1) : opensOn;
        long from = Math.max(dayStart, instantOf(opensOn, window.open()));
        long to = Math.min(dayEnd, instantOf(closesOn, window.close()));
        if (from < to) {
            open.add(new long[] {from, to});
        }
    }

    private static List<long[]> united(List<long[]> parts) {
        parts.sort(Comparator.comparingLong(part -> part[0]));
        List<long[]> united = new ArrayList<>();
        for (long[] part : parts) {
            long[] last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last != null && part[0] <= last[1]) {
                last[1] = Math.max(last[1], part[1]);
            } else {
                united.add(part);
            }
        }
        return united;
    }
}
