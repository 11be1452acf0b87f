package uk.jointdesk.finance.year.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Whole local days, both ends inclusive, as financial years and memberships are written. Never empty.
 *
 * @param from first day
 * @param to last day
 */
public record Span(LocalDate from, LocalDate to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins: " + from + " to " + to);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public Optional<Span> overlap(Span other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = to.isBefore(other.to) ? to : other.to;
        return end.isBefore(start) ? Optional.empty() : Optional.of(new Span(start, end));
    }

    /** This span cut before each of the given days; days outside it do not cut. */
    public List<Span> cutBefore(SortedSet<LocalDate> firstDays) {
        List<Span> parts = new ArrayList<>();
        LocalDate start = from;
        for (LocalDate day : firstDays) {
            if (day.isAfter(start) && !day.isAfter(to)) {
                parts.add(new Span(start, day.minusDays(1)));
                start = day;
            }
        }
        parts.add(new Span(start, to));
        return List.copyOf(parts);
    }
}
