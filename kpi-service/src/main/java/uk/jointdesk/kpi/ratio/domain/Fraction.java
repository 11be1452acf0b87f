package uk.jointdesk.kpi.ratio.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * An exact ratio in lowest terms, above a denominator that is never zero. It is rounded only by {@link #percent()}, to
 * be read; whatever is decided is decided on the fraction itself.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new ArithmeticException("a ratio needs a denominator above zero");
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A percentage as it is written in an agreement: 95 is 95/100. */
    public static Fraction ofPercent(BigDecimal percent) {
        BigInteger scale = BigInteger.TEN.pow(Math.max(percent.scale(), 0));
        BigInteger unscaled = percent.setScale(Math.max(percent.scale(), 0)).unscaledValue();
        return new Fraction(unscaled, scale.multiply(HUNDRED));
    }

    /** The unweighted mean. Of nothing there is none: {@link ArithmeticException}. */
    public static Fraction mean(List<Fraction> parts) {
        BigInteger count = BigInteger.valueOf(parts.size());
        Fraction sum = parts.stream().reduce(of(0, 1), Fraction::plus);
        return new Fraction(sum.numerator, sum.denominator.multiply(count));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(long parts) {
        return times(of(1, parts));
    }

    public int signum() {
        return numerator.signum();
    }

    /** By nothing there is no division: {@link ArithmeticException}. */
    public Fraction dividedBy(Fraction other) {
        BigInteger sign = BigInteger.valueOf(other.numerator.signum());
        return new Fraction(
                numerator.multiply(other.denominator).multiply(sign),
                denominator.multiply(other.numerator).multiply(sign));
    }

    /** HALF_UP to two places, for people: {@code 58.14}. */
    public String percent() {
        return new Fraction(numerator.multiply(HUNDRED), denominator).decimal();
    }

    /** As it is, not in per cent, HALF_UP to two places: {@code 10375.50}. */
    public String decimal() {
        return decimal(2);
    }

    /** HALF_UP to so many places, for people. */
    public String decimal(int places) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
