package uk.jointdesk.kpi.period.domain;

import java.time.LocalDate;

/** Which year quarters and years are counted in: January to December, or the councils' April to March. */
public enum YearBasis {
    CALENDAR(1),
    FINANCIAL(4);

    private final int firstMonth;

    YearBasis(int firstMonth) {
        this.firstMonth = firstMonth;
    }

    int firstMonth() {
        return firstMonth;
    }

    int quarterOf(LocalDate day) {
        return (day.getMonthValue() - firstMonth + 12) % 12 / 3 + 1;
    }

    /** {@code 2018} or {@code 2018-19}. */
    String yearLabel(LocalDate day) {
        int startedIn = day.getMonthValue() < firstMonth ? day.getYear() - 1 : day.getYear();
        return this == CALENDAR ? String.valueOf(startedIn) : "%d-%02d".formatted(startedIn, (startedIn + 1) % 100);
    }
}
