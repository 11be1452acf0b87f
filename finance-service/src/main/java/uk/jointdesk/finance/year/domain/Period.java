package uk.jointdesk.finance.year.domain;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * An accounting period: P1 is April, P12 is March, and P13 closes the year.
 *
 * @param number 1 to 13; closing entries of P13 are dated in March
 */
public record Period(FinancialYear year, int number) implements Comparable<Period> {
    public static final int CLOSING = 13;

    public Period {
        if (number < 1 || number > CLOSING) {
            throw new IllegalArgumentException("periods are P1 to P13, not P" + number);
        }
    }

    public static Period containing(LocalDate day) {
        FinancialYear year = FinancialYear.containing(day);
        return new Period(year, Math.floorMod(day.getMonthValue() - 4, 12) + 1);
    }

    /** The days its entries may be dated on; P13 shares those of P12. */
    public Span span() {
        LocalDate first = year.from().plusMonths(Math.min(number, 12) - 1L);
        return new Span(first, first.plusMonths(1).minusDays(1));
    }

    @Override
    public int compareTo(Period other) {
        return Comparator.comparing(Period::year)
                .thenComparingInt(Period::number)
                .compare(this, other);
    }
}
