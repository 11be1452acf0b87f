package uk.jointdesk.servicelevel.calendar;

import java.util.List;
import java.util.Objects;

/**
 * The opening hours of one date, instead of the week's and before any holiday: a half day, a Saturday at work, a
 * skeleton service on a bank holiday. No windows at all means closed.
 *
 * @param windows the hours of that date
 * @param name why the day is special, as it appears in an explanation
 */
public record SpecialDay(List<Window> windows, String name) {

    public SpecialDay {
        windows = DayWindows.ordered(windows);
        Objects.requireNonNull(name, "name");
    }
}
