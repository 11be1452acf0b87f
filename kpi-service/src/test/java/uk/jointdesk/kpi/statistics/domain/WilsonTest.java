package uk.jointdesk.kpi.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class WilsonTest {

    /** One ratio of a case. */
    private record Ratio(long met, long measured) {
        static Ratio draw(Draw draw) {
            long measured = draw.between(1L, draw.chance(50) ? 40L : 2_000_000L);
            return new Ratio(draw.between(0L, measured), measured);
        }
    }

    /** R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Stat Med 17, 1998, table I, method 3. */
    @Test
    void the_examples_of_newcombe_come_out() {
        assertInterval(81, 263, "0.2553", "0.3662");
        assertInterval(15, 148, "0.0624", "0.1605");
        assertInterval(0, 20, "0.0000", "0.1611");
        assertInterval(1, 29, "0.0061", "0.1718");
    }

    /** At its ends the interval has the share that the score test just does not reject: (p - q)^2 = z^2 q (1 - q) / n. */
    @Test
    void the_ends_are_where_the_score_test_turns() {
        Laws.forAll("score test", Ratio::draw, Laws.cases(), ratio -> {
            Wilson interval = Wilson.of(ratio.met, ratio.measured).orElseThrow();
            assertThat(interval.contains(Fraction.of(ratio.met, ratio.measured)))
                    .isTrue();
            if (ratio.met > 0) {
                assertTurns(ratio, interval.low());
            }
            if (ratio.met < ratio.measured) {
                assertTurns(ratio, interval.high());
            }
        });
    }

    @Test
    void met_and_missed_mirror_each_other() {
        Laws.forAll("mirror", Ratio::draw, Laws.cases(), ratio -> {
            Wilson met = Wilson.of(ratio.met, ratio.measured).orElseThrow();
            Wilson missed =
                    Wilson.of(ratio.measured - ratio.met, ratio.measured).orElseThrow();
            BigDecimal off = met.low().subtract(BigDecimal.ONE.subtract(missed.high()));
            assertThat(off.abs()).isLessThanOrEqualTo(new BigDecimal("1e-10"));
        });
    }

    /** Of six P1s one missed is 83.33 %; a target of 95 % can then only be met at 100 % (board pack of February 2019). */
    @Test
    void a_handful_of_tickets_is_a_small_number() {
        assertThat(Wilson.isSmall(6)).isTrue();
        assertThat(Wilson.isSmall(19)).isTrue();
        assertThat(Wilson.isSmall(20)).isFalse();
        assertThat(Wilson.of(5, 6).orElseThrow().contains(Fraction.of(95, 100))).isTrue();
    }

    @Test
    void two_months_that_could_be_the_same_overlap() {
        Wilson october = Wilson.of(20, 32).orElseThrow();
        Wilson november = Wilson.of(19, 23).orElseThrow();
        assertThat(october.overlaps(november)).isTrue();
        assertThat(november.overlaps(october)).isTrue();
        assertThat(Wilson.of(900, 1000)
                        .orElseThrow()
                        .overlaps(Wilson.of(800, 1000).orElseThrow()))
                .isFalse();
    }

    @Test
    void of_nothing_there_is_no_interval_and_more_than_all_is_refused() {
        assertThat(Wilson.of(0, 0)).isEmpty();
        assertThatThrownBy(() -> Wilson.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertInterval(long met, long measured, String low, String high) {
        Wilson interval = Wilson.of(met, measured).orElseThrow();
        assertThat(interval.low().setScale(4, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal(low));
        assertThat(interval.high().setScale(4, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal(high));
    }

    /** The test statistic less its limit changes sign within the last place of the interval's end. */
    private static void assertTurns(Ratio ratio, BigDecimal end) {
        BigDecimal place = new BigDecimal("1e-10");
        int below = excess(ratio, end.subtract(place)).signum();
        int above = excess(ratio, end.add(place)).signum();
        assertThat(below * above).isLessThanOrEqualTo(0);
    }

    private static BigDecimal excess(Ratio ratio, BigDecimal share) {
        BigDecimal n = BigDecimal.valueOf(ratio.measured);
        BigDecimal off = BigDecimal.valueOf(ratio.met).subtract(n.multiply(share));
        BigDecimal spread = Wilson.Z.multiply(Wilson.Z).multiply(n).multiply(share);
        return off.multiply(off).subtract(spread.multiply(BigDecimal.ONE.subtract(share)));
    }
}
