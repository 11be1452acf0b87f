package uk.jointdesk.servicelevel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down a calendar version by version; {@link #from} begins the next version, empty. */
public final class CalendarBuilder {

    private final String code;
    private final ZoneId zone;
    private final List<CalendarVersion> versions = new ArrayList<>();
    private LocalDate validFrom = LocalDate.of(2015, 1, 1);
    private Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    private Map<LocalDate, SpecialDay> special = new HashMap<>();
    private List<Holiday> holidays = new ArrayList<>();

    CalendarBuilder(String code, ZoneId zone) {
        this.code = code;
        this.zone = zone;
    }

    /** Begins the next version, or dates the first one if nothing has been said yet. */
    public CalendarBuilder from(LocalDate firstDay) {
        if (!week.isEmpty()) {
            finishVersion();
        }
        validFrom = firstDay;
        return this;
    }

    /** Adds a window to each weekday from the first to the last, both included. */
    public CalendarBuilder open(DayOfWeek first, DayOfWeek last, String open, String close) {
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            week.computeIfAbsent(day, any -> new ArrayList<>()).add(Window.of(open, close));
            if (day == last) {
                return this;
            }
        }
    }

    public CalendarBuilder special(LocalDate date, String name, Window... windows) {
        special.put(date, new SpecialDay(List.of(windows), name));
        return this;
    }

    public CalendarBuilder holidays(List<Holiday> more) {
        holidays.addAll(more);
        return this;
    }

    /** @throws CalendarRefused if a version never opens or cannot be meant as written */
    public WorkingCalendar build() {
        finishVersion();
        return new WorkingCalendar(code, zone, versions);
    }

    private void finishVersion() {
        versions.add(new CalendarVersion(validFrom, week, special, holidays));
        week = new EnumMap<>(DayOfWeek.class);
        special = new HashMap<>();
        holidays = new ArrayList<>();
    }
}
