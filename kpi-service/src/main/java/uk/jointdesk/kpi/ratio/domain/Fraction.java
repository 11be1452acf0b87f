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
        BigInteger common = commonDivisor(numerator, denominator);
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
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
        Sum sum = Sum.of(parts);
        return new Fraction(sum.numerator, sum.denominator.multiply(BigInteger.valueOf(parts.size())));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(long parts) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(parts)));
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

    /** Counts of tickets are small, and Euclid's way with small numbers needs no memory. */
    private static BigInteger commonDivisor(BigInteger one, BigInteger other) {
        return one.bitLength() < Long.SIZE && other.bitLength() < Long.SIZE
                ? BigInteger.valueOf(commonDivisor(one.longValue(), other.longValue()))
                : one.gcd(other);
    }

    private static long commonDivisor(long one, long other) {
        return other == 0 ? Math.abs(one) : commonDivisor(other, one % other);
    }

    /** A sum that is not in lowest terms: to reduce it after each part costs more than to add all of them up. */
    private record Sum(BigInteger numerator, BigInteger denominator) {

        static Sum of(List<Fraction> parts) {
            if (parts.size() < 2) {
                return parts.stream()
                        .findFirst()
                        .map(only -> new Sum(only.numerator, only.denominator))
                        .orElse(new Sum(BigInteger.ZERO, BigInteger.ONE));
            }
            int middle = parts.size() / 2;
            return of(parts.subList(0, middle)).plus(of(parts.subList(middle, parts.size())));
        }

        private Sum plus(Sum other) {
            return new Sum(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }
    }
}
