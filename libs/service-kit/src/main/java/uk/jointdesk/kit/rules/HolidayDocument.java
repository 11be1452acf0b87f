package uk.jointdesk.kit.rules;

import java.time.LocalDate;
import uk.jointdesk.servicelevel.calendar.Holiday;

/** A day without service, and who says so. */
public record HolidayDocument(LocalDate date, String name, String source) {

    static HolidayDocument of(Holiday holiday) {
        return new HolidayDocument(holiday.date(), holiday.name(), holiday.source());
    }

    Holiday toHoliday() {
        return new Holiday(date, name, source);
    }
}
