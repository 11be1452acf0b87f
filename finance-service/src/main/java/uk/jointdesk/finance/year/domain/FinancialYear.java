package uk.jointdesk.finance.year.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local authority's year, 1 April to 31 March, written {@code 2020-21}.
 *
 * @param startsIn the calendar year of its April
 */
public record FinancialYear(int startsIn) implements Comparable<FinancialYear> {
    private static final Pattern WRITTEN = Pattern.compile("(20[0-9]{2})-([0-9]{2})");

    /** Empty unless the second year follows the first: 2020-21, not 2020-22. */
    public static Optional<FinancialYear> parse(String written) {
        Matcher years = WRITTEN.matcher(written);
        if (!years.matches()) {
            return Optional.empty();
        }
        FinancialYear year = new FinancialYear(Integer.parseInt(years.group(1)));
        return year.code().equals(written) ? Optional.of(year) : Optional.empty();
    }

    public static FinancialYear containing(LocalDate day) {
        return new FinancialYear(day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
    }

    public String code() {
        int second = (startsIn + 1) % 100;
        return startsIn + (second < 10 ? "-0" : "-") + second;
    }

    public FinancialYear next() {
        return new FinancialYear(startsIn + 1);
    }

    public LocalDate from() {
        return LocalDate.of(startsIn, Month.APRIL, 1);
    }

    public LocalDate to() {
        return LocalDate.of(startsIn + 1, Month.MARCH, 31);
    }

    public Span span() {
        return new Span(from(), to());
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(startsIn, other.startsIn);
    }
}
