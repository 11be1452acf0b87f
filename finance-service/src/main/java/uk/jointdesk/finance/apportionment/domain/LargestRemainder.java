package uk.jointdesk.finance.apportionment.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Divides whole pence so that the parts add up and none is a penny or more away from its exact quota (Hamilton's
 * method). A negative total is divided by its absolute value, so that a credit mirrors the charge it undoes.
 */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param fractions at or above zero, adding up to one; an equal remainder goes to the earlier of them
     * @return one amount for each fraction, in the same order
     */
    static List<Money> divide(Money total, List<Fraction> fractions) {
        BigInteger pence = BigInteger.valueOf(total.pence()).abs();
        long[] parts = new long[fractions.size()];
        Fraction[] remainders = new Fraction[parts.length];
        long left = pence.longValueExact();
        for (int i = 0; i < parts.length; i++) {
            Fraction quota = fractions.get(i).times(new Fraction(pence, BigInteger.ONE));
            parts[i] = quota.numerator().divide(quota.denominator()).longValueExact();
            remainders[i] = quota.minus(Fraction.of(parts[i], 1));
            left -= parts[i];
        }
        giveOneEach(left, parts, remainders);
        return signed(parts, total.signum() < 0);
    }

    /** There are always more remainders above zero than pennies left, so nobody with a share of nothing gets one. */
    private static void giveOneEach(long left, long[] parts, Fraction[] remainders) {
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
    }

    private static List<Money> signed(long[] parts, boolean negative) {
        List<Money> amounts = new ArrayList<>(parts.length);
        for (long part : parts) {
            amounts.add(Money.ofPence(negative ? -part : part));
        }
        return List.copyOf(amounts);
    }
}
