package uk.jointdesk.kpi.answer.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.jointdesk.kpi.period.domain.Range;

/** Reads {@code from} and {@code to}: a date, a month or a quarter, both ends included. */
public final class Days {

    private static final Pattern DATE = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("[12]\\d{3}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("([12]\\d{3})-Q([1-4])");
    private static final Pattern FINANCIAL_QUARTER = Pattern.compile("([12]\\d{3})-(\\d{2})-Q([1-4])");
    private static final String EXPECTED =
            "a month (2018-10), a date (2018-10-01) or a quarter (2018-Q4, financial 2018-19-Q3)";

    private Days() {}

    public static Range range(String from, String to) {
        return range("from", from, "to", to);
    }

    /** A range whose ends are named by these parameters. */
    public static Range range(String firstParameter, String from, String lastParameter, String to) {
        LocalDate first = span(firstParameter, from).from();
        LocalDate last = span(lastParameter, to).to();
        try {
            return new Range(first, last);
        } catch (IllegalArgumentException impossible) {
            throw Asked.refused(lastParameter, impossible.getMessage());
        }
    }

    /** The days a text stands for. */
    static Range span(String parameter, String text) {
        if (text == null || text.isBlank()) {
            throw Asked.refused(parameter, "is required: " + EXPECTED);
        }
        try {
            return span(text);
        } catch (DateTimeException | IllegalArgumentException notADay) {
            throw Asked.refused(parameter, EXPECTED);
        }
    }

    private static Range span(String text) {
        if (DATE.matcher(text).matches()) {
            return new Range(LocalDate.parse(text), LocalDate.parse(text));
        }
        if (MONTH.matcher(text).matches()) {
            return months(YearMonth.parse(text), 1);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int first = 3 * Integer.parseInt(quarter.group(2)) - 2;
            return months(YearMonth.of(Integer.parseInt(quarter.group(1)), first), 3);
        }
        return financialQuarter(FINANCIAL_QUARTER.matcher(text));
    }

    private static Range financialQuarter(Matcher quarter) {
        if (!quarter.matches()) {
            throw new IllegalArgumentException("neither month, date nor quarter");
        }
        int year = Integer.parseInt(quarter.group(1));
        if ((year + 1) % 100 != Integer.parseInt(quarter.group(2))) {
            throw new IllegalArgumentException("a financial year ends in the year after it starts");
        }
        int quartersAfterApril = Integer.parseInt(quarter.group(3)) - 1;
        return months(YearMonth.of(year, 4).plusMonths(3L * quartersAfterApril), 3);
    }

    private static Range months(YearMonth first, int count) {
        return new Range(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }
}
