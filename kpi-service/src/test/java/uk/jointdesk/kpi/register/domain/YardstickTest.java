package uk.jointdesk.kpi.register.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.testkit.Laws;

class YardstickTest {

    private static final LocalDate DAY = LocalDate.parse("2021-04-01");
    private static final RatingRule RULE = new RatingRule(1, DAY, BigDecimal.TEN, "test");
    private static final Yardstick PATCHING = higher("95", "90", null);
    private static final Yardstick BACKLOG = lower("10", "15");

    @Test
    void both_boundaries_belong_to_the_better_side_when_higher_is_better() {
        assertThat(PATCHING.rag(ratio(95, 100))).isEqualTo(Rag.GREEN);
        assertThat(PATCHING.rag(ratio(9499, 10_000))).isEqualTo(Rag.AMBER);
        assertThat(PATCHING.rag(ratio(90, 100))).isEqualTo(Rag.AMBER);
        assertThat(PATCHING.rag(ratio(8945, 10_000))).isEqualTo(Rag.RED);
    }

    @Test
    void both_boundaries_belong_to_the_better_side_when_lower_is_better() {
        assertThat(BACKLOG.rag(ratio(10, 100))).isEqualTo(Rag.GREEN);
        assertThat(BACKLOG.rag(ratio(1001, 10_000))).isEqualTo(Rag.AMBER);
        assertThat(BACKLOG.rag(ratio(15, 100))).isEqualTo(Rag.AMBER);
        assertThat(BACKLOG.rag(ratio(1501, 10_000))).isEqualTo(Rag.RED);
        assertThat(BACKLOG.rag(ratio(0, 7))).isEqualTo(Rag.GREEN);
    }

    @Test
    void without_a_minimum_a_missed_target_is_red_and_without_a_figure_nothing_is_judged() {
        assertThat(higher("98", null, null).rag(ratio(979, 1000))).isEqualTo(Rag.RED);
        assertThat(PATCHING.rag(Optional.empty())).isEqualTo(Rag.NO_DATA);
    }

    @Test
    void what_prints_as_the_target_is_not_yet_the_target() {
        assertThat(Unit.PERCENT.print(Fraction.of(94_996, 100_000))).isEqualTo("95.00");
        assertThat(PATCHING.rag(ratio(94_996, 100_000))).isEqualTo(Rag.AMBER);
    }

    @Test
    void a_number_is_held_against_levels_as_they_are_written() {
        Yardstick incidents = new Yardstick(Unit.NUMBER, Direction.LOWER_IS_BETTER, level("5", "8", null));
        assertThat(incidents.rag(ratio(5, 1))).isEqualTo(Rag.GREEN);
        assertThat(incidents.rag(ratio(6, 1))).isEqualTo(Rag.AMBER);
        assertThat(incidents.rag(ratio(9, 1))).isEqualTo(Rag.RED);
        assertThat(Unit.NUMBER.print(Fraction.of(47, 10))).isEqualTo("4.70");
    }

    @Test
    void a_rating_says_good_close_below_and_far_below() {
        assertThat(PATCHING.rating(ratio(95, 100), RULE)).isEqualTo(Rating.GOOD);
        assertThat(PATCHING.rating(ratio(90, 100), RULE)).isEqualTo(Rating.APPROACHING_TARGET);
        assertThat(PATCHING.rating(ratio(80, 100), RULE)).isEqualTo(Rating.REQUIRES_IMPROVEMENT);
        assertThat(PATCHING.rating(ratio(7999, 10_000), RULE)).isEqualTo(Rating.INADEQUATE);
        assertThat(PATCHING.rating(Optional.empty(), RULE)).isEqualTo(Rating.OTHER);
        assertThat(BACKLOG.rating(ratio(25, 100), RULE)).isEqualTo(Rating.REQUIRES_IMPROVEMENT);
        assertThat(BACKLOG.rating(ratio(26, 100), RULE)).isEqualTo(Rating.INADEQUATE);
    }

    @Test
    void a_level_agreed_as_inadequate_goes_before_the_rule() {
        Yardstick strict = higher("95", "90", "88");
        assertThat(strict.rating(ratio(88, 100), RULE)).isEqualTo(Rating.REQUIRES_IMPROVEMENT);
        assertThat(strict.rating(ratio(8777, 10_000), RULE)).isEqualTo(Rating.INADEQUATE);
    }

    @Test
    void colours_follow_the_exact_fraction_in_both_directions() {
        record Case(long numerator, long denominator, int tsl, int msl) {}
        Laws.forAll(
                "RAG is decided on the exact fraction, boundaries included",
                draw -> {
                    int tsl = draw.between(1, 99);
                    int msl = draw.between(0, tsl);
                    long denominator = draw.between(1, 1_000_000);
                    long around = denominator * draw.oneOf(tsl, msl) / 100 + draw.between(-1, 1);
                    return new Case(Math.max(0, Math.min(denominator, around)), denominator, tsl, msl);
                },
                Laws.cases(),
                drawn -> {
                    long value = drawn.numerator * 100;
                    Rag expected = value >= drawn.denominator * drawn.tsl
                            ? Rag.GREEN
                            : value >= drawn.denominator * drawn.msl ? Rag.AMBER : Rag.RED;
                    assertThat(higher("" + drawn.tsl, "" + drawn.msl, null)
                                    .rag(ratio(drawn.numerator, drawn.denominator)))
                            .isEqualTo(expected);
                    // Lower is better is the same law for what is left of the whole.
                    assertThat(lower("" + (100 - drawn.tsl), "" + (100 - drawn.msl))
                                    .rag(ratio(drawn.denominator - drawn.numerator, drawn.denominator)))
                            .isEqualTo(expected);
                });
    }

    @Test
    void a_minimum_better_than_the_target_is_refused_in_both_directions() {
        assertThatThrownBy(() -> level("90", "95", null).check(Direction.HIGHER_IS_BETTER, "/levels/0"))
                .isInstanceOf(RuleBroken.class)
                .extracting("pointer")
                .isEqualTo("/levels/0/msl");
        assertThatThrownBy(() -> level("15", "10", null).check(Direction.LOWER_IS_BETTER, "/levels/0"))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> level("95", "90", "91").check(Direction.HIGHER_IS_BETTER, "/levels/0"))
                .isInstanceOf(RuleBroken.class)
                .extracting("pointer")
                .isEqualTo("/levels/0/inadequate");
    }

    private static Yardstick higher(String tsl, String msl, String inadequate) {
        return new Yardstick(Unit.PERCENT, Direction.HIGHER_IS_BETTER, level(tsl, msl, inadequate));
    }

    private static Yardstick lower(String tsl, String msl) {
        return new Yardstick(Unit.PERCENT, Direction.LOWER_IS_BETTER, level(tsl, msl, null));
    }

    private static Level level(String tsl, String msl, String inadequate) {
        return new Level(DAY, new BigDecimal(tsl), decimal(msl), decimal(inadequate), "test", null);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Optional<Fraction> ratio(long numerator, long denominator) {
        return Optional.of(Fraction.of(numerator, denominator));
    }
}
