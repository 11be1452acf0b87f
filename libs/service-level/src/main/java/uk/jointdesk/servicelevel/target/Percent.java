package uk.jointdesk.servicelevel.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * An exact percentage, zero or more; thresholds may lie above 100.
 *
 * @throws IllegalArgumentException if negative
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percent {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a percentage cannot be negative: " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** A percentage from a text such as {@code 95} or {@code 97.5}. */
    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    public static Percent of(long value) {
        return new Percent(BigDecimal.valueOf(value));
    }

    /** This share of a span of time, rounded up to the millisecond: the share is used up then, not before. */
    public Duration of(Duration whole) {
        BigDecimal millis = BigDecimal.valueOf(whole.toMillis()).multiply(value);
        return Duration.ofMillis(millis.divide(HUNDRED, 0, RoundingMode.CEILING).longValueExact());
    }

    public boolean isAtMostHundred() {
        return value.compareTo(HUNDRED) <= 0;
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
