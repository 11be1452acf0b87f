package uk.jointdesk.servicelevel.calendar;

import java.util.Comparator;
import java.util.List;
import uk.jointdesk.servicelevel.calendar.CalendarRefused.Reason;

/** The windows of one day, in order and without overlap. */
final class DayWindows {

    private DayWindows() {}

    static List<Window> ordered(List<Window> windows) {
        List<Window> ordered =
                windows.stream().sorted(Comparator.comparing(Window::open)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i - 1).overlapsOnTheSameDay(ordered.get(i))) {
                throw new CalendarRefused(
                        Reason.WINDOWS_OVERLAP, ordered.get(i - 1) + " and " + ordered.get(i) + " overlap");
            }
        }
        return ordered;
    }
}
