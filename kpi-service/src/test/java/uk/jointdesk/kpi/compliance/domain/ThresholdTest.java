package uk.jointdesk.kpi.compliance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.testkit.Laws;

class ThresholdTest {

    private static final Threshold TARGET_ONLY = new Threshold(new BigDecimal("95"), Optional.empty());
    private static final Threshold BOTH = new Threshold(new BigDecimal("95"), Optional.of(new BigDecimal("90.5")));

    @Test
    void green_from_the_target_up_amber_from_the_minimum_up_red_below() {
        assertThat(BOTH.judge(ratio(95, 100))).isEqualTo(Rag.GREEN);
        assertThat(BOTH.judge(ratio(94, 100))).isEqualTo(Rag.AMBER);
        assertThat(BOTH.judge(ratio(905, 1000))).isEqualTo(Rag.AMBER);
        assertThat(BOTH.judge(ratio(904, 1000))).isEqualTo(Rag.RED);
    }

    @Test
    void without_a_minimum_it_is_green_or_red() {
        assertThat(TARGET_ONLY.judge(ratio(19, 20))).isEqualTo(Rag.GREEN);
        assertThat(TARGET_ONLY.judge(ratio(18, 19))).isEqualTo(Rag.RED);
    }

    @Test
    void what_prints_as_the_target_is_not_yet_the_target() {
        Optional<Fraction> almost = ratio(94_996, 100_000);
        assertThat(almost.orElseThrow().percent()).isEqualTo("95.00");
        assertThat(TARGET_ONLY.judge(almost)).isEqualTo(Rag.RED);
    }

    @Test
    void nothing_measured_is_nothing_judged() {
        assertThat(BOTH.judge(Optional.empty())).isEqualTo(Rag.NO_DATA);
    }

    @Test
    void the_colour_follows_the_exact_fraction_in_whole_numbers() {
        record Case(long met, long measured, int target) {}
        Laws.forAll(
                "RAG is decided on the exact fraction",
                draw -> {
                    long measured = draw.between(1, 1_000_000);
                    int target = draw.between(1, 100);
                    long around = measured * target / 100 + draw.between(-1, 1);
                    return new Case(Math.max(0, Math.min(measured, around)), measured, target);
                },
                Laws.cases(),
                drawn -> {
                    Threshold level = new Threshold(BigDecimal.valueOf(drawn.target), Optional.empty());
                    boolean reached = drawn.met * 100 >= drawn.measured * drawn.target;
                    assertThat(level.judge(ratio(drawn.met, drawn.measured))).isEqualTo(reached ? Rag.GREEN : Rag.RED);
                });
    }

    @Test
    void the_level_is_the_one_in_force_on_the_day() {
        LocalDate change = LocalDate.parse("2018-04-01");
        Thresholds levels = new Thresholds(List.of(
                new Thresholds.Dated("P1", LocalDate.parse("2015-04-01"), change.minusDays(1), TARGET_ONLY),
                new Thresholds.Dated("P1", change, null, BOTH)));
        assertThat(levels.of("P1", change.minusDays(1))).contains(TARGET_ONLY);
        assertThat(levels.of("P1", change)).contains(BOTH);
        assertThat(levels.of("P1", LocalDate.parse("2015-03-31"))).isEmpty();
        assertThat(levels.of("P2", change)).isEmpty();
        assertThat(levels.of(null, change)).isEmpty();
    }

    private static Optional<Fraction> ratio(long numerator, long denominator) {
        return Optional.of(Fraction.of(numerator, denominator));
    }
}
