package uk.jointdesk.servicelevel.calendar;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.servicelevel.calendar.CalendarRefused.Reason;

/**
 * The opening hours of a calendar from one date on, until the next version begins.
 *
 * <p>For one date a special day goes before a holiday, and a holiday before the week. A window belongs to the date it
 * opens on: a night shift that opens on the eve of a holiday runs to its end.
 *
 * @param validFrom first local day of this version, and its name
 * @param week windows per weekday; a weekday that is not mentioned is closed
 * @param special dates with hours of their own
 * @param holidays dates without service
 * @throws CalendarRefused if the week never opens, windows of a day overlap, or a date has two holidays
 */
public record CalendarVersion(
        LocalDate validFrom,
        Map<DayOfWeek, List<Window>> week,
        Map<LocalDate, SpecialDay> special,
        List<Holiday> holidays) {

    public CalendarVersion {
        week = orderedWeek(week);
        special = Map.copyOf(special);
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        refuseTwoHolidaysOnOneDay(holidays);
    }

    /** The name by which explanations refer to this version: its first day. */
    public String name() {
        return validFrom.toString();
    }

    /** The windows that open on this date. */
    public List<Window> windowsOn(LocalDate date) {
        SpecialDay specialDay = special.get(date);
        if (specialDay != null) {
            return specialDay.windows();
        }
        return holidayOn(date).isPresent() ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The holiday that closes this date, unless a special day goes before it. */
    public Optional<Holiday> holidayOn(LocalDate date) {
        if (special.containsKey(date)) {
            return Optional.empty();
        }
        return holidays.stream().filter(holiday -> holiday.date().equals(date)).findFirst();
    }

    /**
     * How long "a working day" is in service time: the length that most weekdays of the week share, by the wall clock;
     * the longer one if two lengths are equally common. Half days, holidays and clock changes do not alter it.
     */
    public Duration serviceDay() {
        Map<Duration, Long> weekdaysPerLength =
                week.values().stream().map(CalendarVersion::lengthOf).collect(groupingBy(length -> length, counting()));
        return weekdaysPerLength.entrySet().stream()
                .max(Map.Entry.<Duration, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static Duration lengthOf(List<Window> windows) {
        return windows.stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Map<DayOfWeek, List<Window>> orderedWeek(Map<DayOfWeek, List<Window>> week) {
        Map<DayOfWeek, List<Window>> ordered = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                ordered.put(day, DayWindows.ordered(windows));
            }
        });
        if (ordered.isEmpty()) {
            throw new CalendarRefused(Reason.NEVER_OPENS, "no weekday has a window");
        }
        return Collections.unmodifiableMap(ordered);
    }

    private static void refuseTwoHolidaysOnOneDay(List<Holiday> holidays) {
        Set<LocalDate> seen = new HashSet<>();
        for (Holiday holiday : holidays) {
            if (!seen.add(holiday.date())) {
                throw new CalendarRefused(Reason.TWO_HOLIDAYS_ON_ONE_DAY, holiday.date() + " has two holidays");
            }
        }
    }
}
