package uk.jointdesk.finance.money.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.testkit.Laws;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "1.005",
                "01.00",
                ".50",
                "1,000.00",
                "+1.00",
                "1e2",
                "",
                " 1.00",
                "1.00\n",
                "--1.00",
                "10000000000000.00",
                "٣.٠٠"
            })
    void anything_but_two_decimals_is_not_an_amount(String written) {
        assertThat(Money.isWritten(written)).isFalse();
        assertThatThrownBy(() -> Money.parse(written)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void what_is_written_reads_back() {
        Laws.forAll(
                "written and read",
                draw -> draw.between(-999_999_999_999_999L, 999_999_999_999_999L),
                Laws.cases(),
                pence ->
                        assertThat(Money.parse(Money.ofPence(pence).toString())).isEqualTo(Money.ofPence(pence)));
        assertThat(Money.ofPence(-5)).hasToString("-0.05");
        assertThat(Money.parse("975500.00").pence()).isEqualTo(97_550_000L);
    }

    @Test
    void tc45_two_pounds_and_4_35_are_6_35() {
        assertThat(Money.parse("2.00").plus(Money.parse("4.35"))).hasToString("6.35");
    }

    @Test
    void a_sum_that_does_not_fit_is_refused_and_never_wrong() {
        Money most = Money.ofPence(Long.MAX_VALUE);
        assertRefused(() -> most.plus(Money.ofPence(1)));
        assertRefused(() -> most.negated().minus(Money.ofPence(1)));
        assertRefused(() -> Money.ofPence(Long.MIN_VALUE));
        assertThat(most.negated().negated()).isEqualTo(most);
    }

    private static void assertRefused(ThrowingCallable sum) {
        assertThat(catchThrowableOfType(RuleBroken.class, sum).code()).isEqualTo("amount-too-large");
    }

    @Test
    void a_fraction_is_exact_and_only_its_percentage_is_rounded() {
        assertThat(Fraction.of(2, -4)).isEqualTo(Fraction.of(-1, 2));
        assertThat(Fraction.of(new BigDecimal("33.33"))).isEqualTo(Fraction.of(3333, 100));
        assertThat(Fraction.of(1, 3).plus(Fraction.of(1, 6))).isEqualTo(Fraction.of(1, 2));
        assertThat(Fraction.of(2, 3).percent()).isEqualTo(new BigDecimal("66.67"));
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
