package uk.jointdesk.servicelevel.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;

/** The calendars the suite starts with. */
public final class Calendars {

    /** The zone of all partners. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Calendars() {}

    /**
     * {@code STD}: Monday to Friday 08:00-18:00 Europe/London, closed on the bank holidays of England and Wales. The
     * board papers give targets in "working hours" without saying which; these hours are the suite's default.
     */
    public static WorkingCalendar office() {
        return WorkingCalendar.named("STD", LONDON)
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "18:00")
                .holidays(BankHolidays.englandAndWales())
                .build();
    }

    /** {@code 24x7}: never closed. Days of a clock change have 23 or 25 hours. */
    public static WorkingCalendar roundTheClock(ZoneId zone) {
        return WorkingCalendar.named("24x7", zone)
                .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "24:00")
                .build();
    }
}
