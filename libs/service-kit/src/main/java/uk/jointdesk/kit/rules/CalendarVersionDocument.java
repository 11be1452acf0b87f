package uk.jointdesk.kit.rules;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.servicelevel.calendar.CalendarVersion;
import uk.jointdesk.servicelevel.calendar.SpecialDay;
import uk.jointdesk.servicelevel.calendar.Window;

/** Service hours from one day on. */
public record CalendarVersionDocument(
        LocalDate validFrom,
        Map<DayOfWeek, List<WindowDocument>> week,
        List<SpecialDayDocument> specialDays,
        List<HolidayDocument> holidays) {

    static CalendarVersionDocument of(CalendarVersion version) {
        Map<DayOfWeek, List<WindowDocument>> week = new EnumMap<>(DayOfWeek.class);
        version.week().forEach((day, windows) -> week.put(day, documents(windows)));
        return new CalendarVersionDocument(
                version.validFrom(),
                week,
                version.special().entrySet().stream()
                        .map(day -> new SpecialDayDocument(
                                day.getKey(),
                                documents(day.getValue().windows()),
                                day.getValue().name()))
                        .sorted(Comparator.comparing(SpecialDayDocument::date))
                        .toList(),
                version.holidays().stream().map(HolidayDocument::of).toList());
    }

    CalendarVersion toVersion() {
        Map<DayOfWeek, List<Window>> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> hours.put(day, windows(windows)));
        return new CalendarVersion(
                validFrom,
                hours,
                listOf(specialDays).stream()
                        .collect(toMap(
                                SpecialDayDocument::date, day -> new SpecialDay(windows(day.windows()), day.name()))),
                listOf(holidays).stream().map(HolidayDocument::toHoliday).toList());
    }

    private static List<WindowDocument> documents(List<Window> windows) {
        return windows.stream().map(WindowDocument::of).toList();
    }

    private static List<Window> windows(List<WindowDocument> windows) {
        return listOf(windows).stream().map(WindowDocument::toWindow).toList();
    }

    private static <T> List<T> listOf(List<T> list) {
        return list == null ? List.of() : list;
    }
}
