package uk.jointdesk.finance.money.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** Fractions by another arithmetic: multiplied out first, and reduced by division after division. */
class FractionTest {

    /** Two fractions as they are written, some longer than a long. */
    private record Case(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
        static Case draw(Draw draw) {
            return new Case(number(draw), above(draw), number(draw), above(draw));
        }

        private static BigInteger number(Draw draw) {
            long most = draw.oneOf(3L, 1_000L, 999_999_999_999_999L, Long.MAX_VALUE - 1);
            BigInteger drawn = BigInteger.valueOf(draw.between(-most, most));
            return draw.chance(30) ? drawn.multiply(BigInteger.valueOf(draw.between(-most, most))) : drawn;
        }

        private static BigInteger above(Draw draw) {
            BigInteger drawn = number(draw).abs();
            return drawn.signum() == 0 ? BigInteger.ONE : drawn;
        }
    }

    @Test
    void sums_differences_products_and_quotients_are_exact_and_in_lowest_terms() {
        Laws.forAll("fractions", Case::draw, Laws.cases(), drawn -> {
            Fraction one = new Fraction(drawn.a, drawn.b);
            Fraction other = new Fraction(drawn.c, drawn.d);
            BigInteger left = drawn.a.multiply(drawn.d);
            BigInteger right = drawn.c.multiply(drawn.b);
            BigInteger under = drawn.b.multiply(drawn.d);
            lowest(left.add(right), under, one.plus(other));
            lowest(left.subtract(right), under, one.minus(other));
            lowest(drawn.a.multiply(drawn.c), under, one.times(other));
            if (drawn.c.signum() != 0) {
                lowest(left, right, one.dividedBy(other));
            }
            Laws.same(left.compareTo(right), one.compareTo(other));
            Laws.same(left.equals(right), one.equals(other));
        });
    }

    private static void lowest(BigInteger numerator, BigInteger denominator, Fraction found) {
        BigInteger larger = numerator.abs();
        BigInteger rest = denominator.abs();
        while (rest.signum() != 0) {
            BigInteger next = larger.mod(rest);
            larger = rest;
            rest = next;
        }
        BigInteger divisor = larger.multiply(BigInteger.valueOf(denominator.signum()));
        Laws.same(numerator.divide(divisor), found.numerator());
        Laws.same(denominator.divide(divisor), found.denominator());
    }

    @Test
    void equal_fractions_are_one_key_and_nothing_divides_by_nothing() {
        assertThat(Fraction.of(2, 4)).isEqualTo(Fraction.of(-1, -2)).hasSameHashCodeAs(Fraction.of(1, 2));
        assertThat(Fraction.of(1, 2)).isNotEqualTo(Fraction.of(1, 3)).hasToString("1/2");
        assertThat(Fraction.of(1, 3).minus(Fraction.of(1, 3))).isEqualTo(Fraction.ZERO);
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }
}
