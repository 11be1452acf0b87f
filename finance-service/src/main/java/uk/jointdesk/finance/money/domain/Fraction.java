package uk.jointdesk.finance.money.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact ratio in lowest terms; the denominator is above zero. It is rounded only by {@link #percent()}, to be read.
 *
 * <p>A denominator of zero is a mistake of ours and an {@link ArithmeticException}. Sums and products look for common
 * divisors before they multiply (Knuth, The Art of Computer Programming 2, 4.5.1): the numbers are half as long then.
 */
public final class Fraction implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final BigInteger numerator;
    private final BigInteger denominator;

    public Fraction(BigInteger numerator, BigInteger denominator) {
        this(numerator, denominator, divisor(numerator, denominator));
    }

    /** @param divisor leaves lowest terms above a denominator above zero; one, where they are that already */
    private Fraction(BigInteger numerator, BigInteger denominator, BigInteger divisor) {
        this.numerator = over(numerator, divisor);
        this.denominator = over(denominator, divisor);
    }

    private static BigInteger divisor(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction of nothing");
        }
        BigInteger common = commonDivisor(numerator, denominator);
        return denominator.signum() < 0 ? common.negate() : common;
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal as it is written, exactly: 33.33 is 3333/100. */
    public static Fraction of(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        return decimal.scale() >= 0
                ? new Fraction(unscaled, BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE);
    }

    public BigInteger numerator() {
        return numerator;
    }

    public BigInteger denominator() {
        return denominator;
    }

    public Fraction plus(Fraction other) {
        BigInteger common = commonDivisor(denominator, other.denominator);
        BigInteger own = over(denominator, common);
        BigInteger sum = numerator.multiply(over(other.denominator, common)).add(other.numerator.multiply(own));
        BigInteger left = commonDivisor(sum, common);
        return new Fraction(over(sum, left), own.multiply(over(other.denominator, left)), BigInteger.ONE);
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator, BigInteger.ONE));
    }

    public Fraction times(Fraction other) {
        BigInteger across = commonDivisor(numerator, other.denominator);
        BigInteger down = commonDivisor(other.numerator, denominator);
        return new Fraction(
                over(numerator, across).multiply(over(other.numerator, down)),
                over(denominator, down).multiply(over(other.denominator, across)),
                BigInteger.ONE);
    }

    public Fraction dividedBy(Fraction other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("a fraction of nothing");
        }
        BigInteger sign = BigInteger.valueOf(other.signum());
        return times(new Fraction(other.denominator.multiply(sign), other.numerator.abs(), BigInteger.ONE));
    }

    public int signum() {
        return numerator.signum();
    }

    /** Per cent, HALF_UP to two places, for people. Nothing is decided on it. */
    public BigDecimal percent() {
        return new BigDecimal(numerator).multiply(HUNDRED).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }

    private static BigInteger over(BigInteger number, BigInteger divisor) {
        return divisor.equals(BigInteger.ONE) ? number : number.divide(divisor);
    }

    /** Above zero unless both are zero. On longs where the smaller fits one, as nearly always. */
    private static BigInteger commonDivisor(BigInteger one, BigInteger other) {
        boolean swapped = one.bitLength() < other.bitLength();
        BigInteger longer = swapped ? other : one;
        BigInteger shorter = swapped ? one : other;
        if (shorter.bitLength() >= Long.SIZE - 1) {
            return one.gcd(other);
        }
        if (shorter.signum() == 0) {
            return longer.abs();
        }
        BigInteger rest = longer.bitLength() < Long.SIZE - 1 ? longer : longer.remainder(shorter);
        return BigInteger.valueOf(commonDivisor(Math.abs(shorter.longValue()), Math.abs(rest.longValue())));
    }

    private static long commonDivisor(long one, long other) {
        long divisor = one;
        long rest = other;
        while (rest != 0) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return divisor;
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction
                && numerator.equals(fraction.numerator)
                && denominator.equals(fraction.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
