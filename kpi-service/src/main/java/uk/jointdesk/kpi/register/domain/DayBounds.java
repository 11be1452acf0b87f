package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;

/** Days that a contract can name. Others are mistyped, and beyond what a database keeps. */
public final class DayBounds {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private DayBounds() {}

    public static void check(LocalDate day, String pointer) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new RuleBroken("date-refused", pointer, "lies before 1900 or after 2999");
        }
    }
}
