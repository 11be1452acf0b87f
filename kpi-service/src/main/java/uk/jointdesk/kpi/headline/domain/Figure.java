package uk.jointdesk.kpi.headline.domain;

import java.time.LocalDate;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.domain.Wilson;

/**
 * A cell that a headline speaks of.
 *
 * @param partner a code, ALL or UNATTRIBUTED
 * @param period label of the days from and to, both included
 * @param value the exact value; empty where nothing was measured
 * @param seen what the value is made of; empty for a published percentage, of which nobody said
 */
public record Figure(
        Measure measure,
        String priority,
        String partner,
        String period,
        LocalDate from,
        LocalDate to,
        Optional<Fraction> value,
        Optional<Observation> seen) {

    /** A figure of our own. */
    public static Figure of(
            Measure measure,
            String priority,
            String partner,
            String period,
            LocalDate from,
            LocalDate to,
            Observation seen) {
        return new Figure(measure, priority, partner, period, from, to, seen.value(), Optional.of(seen));
    }

    /** The same cell of a time of which there are no facts: not zero, but nothing known. */
    public Figure withoutData() {
        return new Figure(measure, priority, partner, period, from, to, Optional.empty(), Optional.empty());
    }

    /** Whether it rests on so few tickets that the words must say so. */
    public boolean isSmall() {
        return seen.filter(Observation::isSmall).isPresent();
    }

    /** {@code LBS P4 2018-10}. */
    public String name() {
        return partner + (priority == null ? "" : " " + priority) + " " + period;
    }

    /** {@code 76.30 %} or {@code 218}. */
    public String printed() {
        return value.map(exact -> measure.isRatio() ? exact.percent() + " %" : exact.decimal(0))
                .orElse("no data");
    }

    /** {@code 17 of 38 (44.74 %)} or {@code 218}. */
    public String withParts() {
        return seen.filter(Observation::isRatio)
                .map(parts -> parts.numerator() + " of " + parts.denominator() + " (" + printed() + ")")
                .orElseGet(this::printed);
    }

    /** How many tickets it rests on. */
    long tickets() {
        return seen.map(parts -> parts.isRatio() ? parts.denominator() : Long.valueOf(parts.numerator()))
                .orElse(0L);
    }

    Optional<Wilson> interval() {
        return seen.flatMap(Observation::interval);
    }
}
