package uk.jointdesk.kpi.period.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The local days a question is about, both ends included. It is cut into periods that follow each other without gap
 * or overlap; a period the range only touches is marked partial.
 *
 * <p>{@code to} before {@code from} and more than {@link #MOST_MONTHS} months are {@link IllegalArgumentException}.
 */
public record Range(LocalDate from, LocalDate to) {
    /** Fifty years: more is a mistyped year, and each month costs a row per partner. */
    public static final int MOST_MONTHS = 600;

    public Range {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to lies before from");
        }
        if (ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) >= MOST_MONTHS) {
            throw new IllegalArgumentException("the range is longer than " + MOST_MONTHS + " months");
        }
    }

    public List<Period> months() {
        return periods(Periodicity.MONTH, YearBasis.CALENDAR);
    }

    public List<Period> periods(Periodicity periodicity, YearBasis basis) {
        if (periodicity == Periodicity.WHOLE) {
            return List.of(whole());
        }
        List<Period> periods = new ArrayList<>();
        LocalDate next = from;
        while (!next.isAfter(to)) {
            Period natural = periodicity.around(next, basis);
            periods.add(clipped(natural));
            next = natural.to().plusDays(1);
        }
        return List.copyOf(periods);
    }

    /** The whole range as one period, labelled by its months, or by its dates where it cuts a month. */
    public Period whole() {
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        String first = wholeMonths ? YearMonth.from(from).toString() : from.toString();
        String last = wholeMonths ? YearMonth.from(to).toString() : to.toString();
        return new Period(first.equals(last) ? first : first + "/" + last, from, to, false);
    }

    private Period clipped(Period natural) {
        LocalDate first = natural.from().isBefore(from) ? from : natural.from();
        LocalDate last = natural.to().isAfter(to) ? to : natural.to();
        boolean partial = !first.equals(natural.from()) || !last.equals(natural.to());
        return new Period(natural.label(), first, last, partial);
    }
}
