package uk.jointdesk.kpi.statistics.domain;

import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * A figure of one period: so many tickets, or so many out of so many.
 *
 * @param denominator null where tickets are only counted
 */
public record Observation(long numerator, Long denominator) {

    public static Observation count(long tickets) {
        return new Observation(tickets, null);
    }

    public boolean isRatio() {
        return denominator != null;
    }

    /** The exact value; none where nothing was measured. */
    public Optional<Fraction> value() {
        if (!isRatio()) {
            return Optional.of(Fraction.of(numerator, 1));
        }
        return denominator == 0 ? Optional.empty() : Optional.of(Fraction.of(numerator, denominator));
    }

    public Observation plus(Observation other) {
        return new Observation(
                numerator + other.numerator, isRatio() ? Long.valueOf(denominator + other.denominator) : null);
    }

    public Optional<Wilson> interval() {
        return isRatio() ? Wilson.of(numerator, denominator) : Optional.empty();
    }

    /** Whether so few tickets were measured that one more or less changes the picture. */
    public boolean isSmall() {
        return Wilson.isSmall(isRatio() ? denominator : numerator);
    }
}
