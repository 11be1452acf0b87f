package uk.jointdesk.finance.apportionment.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Divides whole pence so that the parts add up and none is a penny or more away from its exact quota (Hamilton's
 * method). A negative total is divided by its absolute value, so that a credit mirrors the charge it undoes.
 *
 * <p>Proportions become whole numbers once, and may then divide any number of totals: on a long where pence times all
 * weights fit one, and on whole numbers of any size where they do not.
 */
public final class LargestRemainder {
    private static final long TAKEN = -1;
    private final BigInteger[] weights;
    private final BigInteger all;
    /** The weights where even their sum fits a long; else null. */
    private final long[] small;

    private LargestRemainder(BigInteger[] weights, BigInteger all, long[] small) {
        this.weights = weights;
        this.all = all;
        this.small = small;
    }

    /** @param proportions at or above zero and not all zero; an equal remainder goes to the earlier of them */
    public static LargestRemainder of(List<Fraction> proportions) {
        BigInteger scale = proportions.stream()
                .map(Fraction::denominator)
                .reduce(BigInteger.ONE, (one, other) -> one.divide(one.gcd(other))
                        .multiply(other));
        List<BigInteger> whole = proportions.stream()
                .map(part -> part.numerator().multiply(scale.divide(part.denominator())))
                .toList();
        BigInteger common = whole.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        BigInteger[] weights =
                whole.stream().map(weight -> weight.divide(common)).toArray(BigInteger[]::new);
        BigInteger all = List.of(weights).stream().reduce(BigInteger.ZERO, BigInteger::add);
        long[] small = all.bitLength() < Long.SIZE
                ? List.of(weights).stream()
                        .mapToLong(BigInteger::longValueExact)
                        .toArray()
                : null;
        return new LargestRemainder(weights, all, small);
    }

    /**
     * @param fractions at or above zero, adding up to one; an equal remainder goes to the earlier of them
     * @return one amount for each fraction, in the same order
     */
    static List<Money> divide(Money total, List<Fraction> fractions) {
        return of(fractions).divide(total);
    }

    /** One amount for each proportion, in the same order. */
    public List<Money> divide(Money total) {
        long owed = Math.absExact(total.pence());
        long[] parts = fitsALong(owed) ? onLongs(owed) : onAnySize(owed);
        List<Money> amounts = new ArrayList<>(parts.length);
        for (long part : parts) {
            amounts.add(Money.ofPence(total.signum() < 0 ? -part : part));
        }
        return amounts;
    }

    private boolean fitsALong(long owed) {
        return small != null && Math.multiplyHigh(owed, all.longValue()) == 0 && owed * all.longValue() >= 0;
    }

    private long[] onLongs(long owed) {
        long whole = all.longValue();
        long[] parts = new long[small.length];
        long[] remainders = new long[small.length];
        long left = owed;
        for (int i = 0; i < small.length; i++) {
            long quota = owed * small[i];
            parts[i] = quota / whole;
            remainders[i] = quota - parts[i] * whole;
            left -= parts[i];
        }
        giveOneEach(left, parts, remainders);
        return parts;
    }

    /** There are always more remainders above zero than pennies left, so nobody with a share of nothing gets one. */
    private static void giveOneEach(long left, long[] parts, long[] remainders) {
        for (long pennies = left; pennies > 0; pennies--) {
            int most = 0;
            for (int i = 1; i < remainders.length; i++) {
                most = remainders[i] > remainders[most] ? i : most;
            }
            parts[most]++;
            remainders[most] = TAKEN;
        }
    }

    private long[] onAnySize(long owed) {
        BigInteger pence = BigInteger.valueOf(owed);
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = owed;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quota = pence.multiply(weights[i]).divideAndRemainder(all);
            parts[i] = quota[0].longValueExact();
            remainders[i] = quota[1];
            left -= parts[i];
        }
        giveOneEach(left, parts, remainders);
        return parts;
    }

    private static void giveOneEach(long left, long[] parts, BigInteger[] remainders) {
        for (long pennies = left; pennies > 0; pennies--) {
            int most = 0;
            for (int i = 1; i < remainders.length; i++) {
                most = remainders[i].compareTo(remainders[most]) > 0 ? i : most;
            }
            parts[most]++;
            remainders[most] = BigInteger.valueOf(TAKEN);
        }
    }
}
