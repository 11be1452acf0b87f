package uk.jointdesk.kpi.ratio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void a_percentage_is_printed_half_up_to_two_places() {
        assertThat(Fraction.of(50, 86).percent()).isEqualTo("58.14");
        assertThat(Fraction.of(7, 8).percent()).isEqualTo("87.50");
        assertThat(Fraction.of(1, 1).percent()).isEqualTo("100.00");
        assertThat(Fraction.of(0, 3).percent()).isEqualTo("0.00");
        // 1/16 is 6.25 %, 1/32 is 3.125 % and exactly between two prints.
        assertThat(Fraction.of(1, 32).percent()).isEqualTo("3.13");
    }

    @Test
    void the_mean_is_exact_and_unweighted() {
        var months = List.of(Fraction.of(17, 38), Fraction.of(18, 29), Fraction.of(15, 19));
        assertThat(Fraction.mean(months).percent()).isEqualTo("61.92");
        assertThat(Fraction.mean(List.of(Fraction.of(1, 3), Fraction.of(2, 3)))).isEqualTo(Fraction.of(1, 2));
    }

    @Test
    void a_percentage_of_an_agreement_is_taken_as_it_is_written() {
        assertThat(Fraction.ofPercent(new BigDecimal("95"))).isEqualTo(Fraction.of(95, 100));
        assertThat(Fraction.ofPercent(new BigDecimal("99.95"))).isEqualTo(Fraction.of(1999, 2000));
        assertThat(Fraction.ofPercent(new BigDecimal("1E+2"))).isEqualTo(Fraction.of(1, 1));
    }

    @Test
    void nothing_has_no_ratio() {
        assertThatThrownBy(() -> Fraction.of(0, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.mean(List.of())).isInstanceOf(ArithmeticException.class);
    }
}
