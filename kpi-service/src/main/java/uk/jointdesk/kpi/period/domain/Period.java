package uk.jointdesk.kpi.period.domain;

import java.time.LocalDate;

/**
 * A named stretch of local days that a figure is about, both ends included.
 *
 * @param label {@code 2018-10}, {@code 2018-Q4}, {@code 2018-19-Q3}, {@code 2018}, {@code 2018-19} or {@code from/to}
 * @param partial true when the question covered only part of the named period
 */
public record Period(String label, LocalDate from, LocalDate to, boolean partial) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
