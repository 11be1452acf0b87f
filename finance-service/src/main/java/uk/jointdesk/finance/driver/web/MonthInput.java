package uk.jointdesk.finance.driver.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** A month as callers write it: {@code 2021-04}, or as an accounting period {@code 2021-22 P1}. */
final class MonthInput {
    private static final Pattern PERIOD = Pattern.compile("(20[0-9]{2}-[0-9]{2}) P([1-9]|1[0-2])");

    private MonthInput() {}

    static YearMonth field(String written, String pointer) {
        return read(written)
                .orElseThrow(() -> new RuleBroken(
                        "month-malformed", pointer, "A month such as 2021-04, or a period such as 2021-22 P1."));
    }

    /** Null where the parameter is absent. */
    static YearMonth query(String written, String name) {
        if (written == null) {
            return null;
        }
        return read(written)
                .orElseThrow(() -> Refusal.malformed(
                        "month-malformed",
                        "A month is written as 2021-04.",
                        FieldError.query(name, "such as 2021-04")));
    }

    private static Optional<YearMonth> read(String written) {
        Matcher period = PERIOD.matcher(written == null ? "" : written);
        if (period.matches()) {
            return FinancialYear.parse(period.group(1))
                    .map(year -> new Period(year, Integer.parseInt(period.group(2))))
                    .map(number -> YearMonth.from(number.span().from()));
        }
        try {
            return Optional.ofNullable(written).map(YearMonth::parse).filter(month -> month.getYear() / 100 == 20);
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }
}
