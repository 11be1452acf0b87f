package uk.jointdesk.finance.apportionment.domain;

import java.math.BigInteger;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * What a partner would pay if pence could be cut, and what the remainder rule made of it.
 *
 * @param exact pence, as a fraction
 * @param whole the quota without what is left of the last penny
 * @param penny whether one of the odd pennies was given to this partner
 */
public record Quota(Fraction exact, Money whole, boolean penny) {

    /** @param fraction of the cost that the amount was rounded from */
    public static Quota of(Money cost, Fraction fraction, Money amount) {
        Fraction exact = fraction.times(new Fraction(BigInteger.valueOf(cost.pence()), BigInteger.ONE));
        // Divided towards nothing, as a credit is by its absolute value.
        Money whole =
                Money.ofPence(exact.numerator().divide(exact.denominator()).longValueExact());
        return new Quota(exact, whole, !whole.equals(amount));
    }

    /** What is left of the last penny: at or above zero and below one, by which the odd pennies are given. */
    public Fraction remainder() {
        Fraction left = exact.minus(Fraction.of(whole.pence(), 1));
        return left.signum() < 0 ? Fraction.ZERO.minus(left) : left;
    }
}
