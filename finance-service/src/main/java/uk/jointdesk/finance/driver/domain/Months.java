package uk.jointdesk.finance.driver.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Whole months in a row, both ends inclusive. */
public record Months(YearMonth from, YearMonth to) {

    public Months {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("months end before they begin: " + from + " to " + to);
        }
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    public List<YearMonth> each() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
