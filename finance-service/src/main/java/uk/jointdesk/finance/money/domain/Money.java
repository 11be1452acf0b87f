package uk.jointdesk.finance.money.domain;

import java.math.BigInteger;
import java.util.Collection;
import java.util.regex.Pattern;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * An amount of pounds sterling, held as whole pence.
 *
 * <p>Nothing here can lose a penny: there is no division and no multiplication by a fraction, only
 * {@code Apportionment} divides. An amount that leaves the range of a long is refused, never wrong.
 *
 * @param pence may be negative (a credit)
 */
public record Money(long pence) implements Comparable<Money> {
    public static final String CURRENCY = "GBP";
    public static final Money ZERO = new Money(0);
    private static final int PENCE = 100;
    /** Up to 9,999,999,999,999.99: nine thousand such amounts fit a sum. */
    private static final Pattern WRITTEN = Pattern.compile("-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}");

    /** @throws RuleBroken {@code amount-too-large} for the one value whose negative is none */
    public Money {
        if (pence == Long.MIN_VALUE) {
            throw tooLarge();
        }
    }

    public static Money ofPence(long pence) {
        return new Money(pence);
    }

    /**
     * Reads an amount as the API writes it.
     *
     * @throws NumberFormatException unless it is pounds, a point and exactly two digits, as in {@code 975500.00}
     */
    public static Money parse(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new NumberFormatException("not an amount with exactly two decimals: " + written);
        }
        return new Money(new BigInteger(written.replace(".", "")).longValueExact());
    }

    /** Whether {@link #parse} would accept it. */
    public static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    public static Money sum(Collection<Money> amounts) {
        Money sum = ZERO;
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /** @throws RuleBroken {@code amount-too-large} */
    public Money plus(Money other) {
        try {
            return new Money(Math.addExact(pence, other.pence));
        } catch (ArithmeticException overflow) {
            throw tooLarge();
        }
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(-pence);
    }

    private static RuleBroken tooLarge() {
        return new RuleBroken("amount-too-large", "", "The amounts add up to more than can be kept in whole pence.");
    }

    public boolean isZero() {
        return pence == 0;
    }

    public int signum() {
        return Long.signum(pence);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** As the API writes it: {@code -0.05}, {@code 975500.00}. */
    @Override
    public String toString() {
        long size = Math.abs(pence);
        long rest = size % PENCE;
        return (pence < 0 ? "-" : "") + size / PENCE + (rest < 10 ? ".0" : ".") + rest;
    }
}
