package uk.jointdesk.kit.rules;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.calendar.CalendarRefused;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** A calendar with all its dated versions. */
public record CalendarDocument(String code, String zone, List<CalendarVersionDocument> versions) {

    public static CalendarDocument of(WorkingCalendar calendar) {
        return new CalendarDocument(
                calendar.code(),
                calendar.zone().getId(),
                calendar.versions().stream().map(CalendarVersionDocument::of).toList());
    }

    /**
     * What it means.
     *
     * @throws Refusal 422, with the calendar's own reason as code, if it cannot be meant as written
     */
    public WorkingCalendar toCalendar() {
        try {
            return new WorkingCalendar(
                    code,
                    ZoneId.of(zone),
                    versions.stream().map(CalendarVersionDocument::toVersion).toList());
        } catch (CalendarRefused refused) {
            String reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw Refusal.refused(
                    "calendar-" + reason, refused.getMessage(), new FieldError("/versions", refused.getMessage()));
        } catch (DateTimeException | NullPointerException | IllegalStateException unreadable) {
            throw Refusal.refused(
                    "calendar-incomplete",
                    "A calendar has a zone and versions, each with validFrom and a week of windows such as 08:00 to 18:00.",
                    new FieldError("/versions", String.valueOf(unreadable.getMessage())));
        }
    }
}
