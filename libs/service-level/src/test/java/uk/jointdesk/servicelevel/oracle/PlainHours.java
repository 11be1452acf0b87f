package uk.jointdesk.servicelevel.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opening hours as the oracle reads them: minutes of the day, nothing else. A range may end after minute 1,440, on the
 * next day.
 */
public record PlainHours(ZoneId zone, List<Version> versions) {

    /** Hours from a date on. */
    public record Version(
            LocalDate from,
            Map<DayOfWeek, List<Range>> week,
            Map<LocalDate, List<Range>> special,
            Set<LocalDate> holidays) {

        List<Range> on(LocalDate date) {
            if (special.containsKey(date)) {
                return special.get(date);
            }
            return holidays.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
        }
    }

    /** From one minute of the day, included, to another, excluded. */
    public record Range(int open, int close) {}

    List<Range> on(LocalDate date) {
        List<Range> ranges = versions.get(0).on(date);
        for (Version version : versions) {
            ranges = version.from().isAfter(date) ? ranges : version.on(date);
        }
        return ranges;
    }
}
