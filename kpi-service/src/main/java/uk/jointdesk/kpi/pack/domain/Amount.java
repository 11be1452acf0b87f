package uk.jointdesk.kpi.pack.domain;

import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The number of a figure.
 *
 * @param value as it is printed, without its unit; null where there is nothing to say
 * @param numerator what was counted; null where the value is not a count or a ratio
 * @param denominator out of how many; null for a plain count
 * @param excluded what was left out of the denominator, by reason
 */
public record Amount(Unit unit, String value, Long numerator, Long denominator, List<Excluded> excluded) {
    /** What a value is in. */
    public enum Unit {
        TICKETS,
        PERCENT,
        MINUTES,
        NUMBER,
        TEXT
    }

    public record Excluded(String reason, long count) {}

    public Amount {
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
    }

    public static Amount tickets(long count) {
        return new Amount(Unit.TICKETS, Long.toString(count), count, null, List.of());
    }

    /** A count of something else than tickets. */
    public static Amount number(long count) {
        return new Amount(Unit.NUMBER, Long.toString(count), count, null, List.of());
    }

    public static Amount text(String words) {
        return of(Unit.TEXT, words);
    }

    public static Amount ratio(long numerator, long denominator, List<Excluded> excluded) {
        String percent =
                denominator == 0 ? null : Fraction.of(numerator, denominator).percent();
        return new Amount(Unit.PERCENT, percent, numerator, denominator, excluded);
    }

    /** A percentage that is no ratio of counts, as a mean of months is not. */
    public static Amount percent(Optional<Fraction> value) {
        return new Amount(Unit.PERCENT, value.map(Fraction::percent).orElse(null), null, null, List.of());
    }

    public static Amount of(Unit unit, String value) {
        return new Amount(unit, value, null, null, List.of());
    }

    /** Numerator over denominator; empty where nothing was measured. */
    public Optional<Fraction> fraction() {
        return denominator == null || denominator == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(numerator, denominator));
    }
}
