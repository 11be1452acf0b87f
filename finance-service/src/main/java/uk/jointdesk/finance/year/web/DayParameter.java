package uk.jointdesk.finance.year.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Days as callers name them in a query. */
public final class DayParameter {
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2099;
    /** The last day that can be asked for. */
    public static final LocalDate LATEST = LocalDate.of(LATEST_YEAR, 12, 31);

    private DayParameter() {}

    /** Of this century; 400 when it is misspelt. */
    public static LocalDate of(String name, String written, Supplier<LocalDate> otherwise) {
        if (written == null) {
            return otherwise.get();
        }
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // answered below, like a day out of range
        }
        throw Refusal.malformed(
                "date-malformed", "A day is written as 2021-06-07.", FieldError.query(name, "a day of this century"));
    }
}
