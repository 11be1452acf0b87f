package uk.jointdesk.kpi.period.domain;

import java.time.LocalDate;

/** How long the periods of an answer are. WHOLE is everything asked for in one. */
public enum Periodicity {
    MONTH(1),
    QUARTER(3),
    YEAR(12),
    WHOLE(0);

    private final int months;

    Periodicity(int months) {
        this.months = months;
    }

    /** The natural period of this length around a day. WHOLE has none and is refused. */
    Period around(LocalDate day, YearBasis basis) {
        if (months == 0) {
            throw new IllegalStateException("the whole has no natural length");
        }
        int intoPeriod = (day.getMonthValue() - basis.firstMonth() + 12) % 12 % months;
        LocalDate first = day.withDayOfMonth(1).minusMonths(intoPeriod);
        return new Period(label(first, basis), first, first.plusMonths(months).minusDays(1), false);
    }

    private String label(LocalDate first, YearBasis basis) {
        return switch (this) {
            case MONTH -> "%d-%02d".formatted(first.getYear(), first.getMonthValue());
            case QUARTER -> basis.yearLabel(first) + "-Q" + basis.quarterOf(first);
            case YEAR -> basis.yearLabel(first);
            case WHOLE -> throw new IllegalStateException("the whole is labelled by its range");
        };
    }
}
