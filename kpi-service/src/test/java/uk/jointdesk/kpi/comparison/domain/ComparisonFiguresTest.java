package uk.jointdesk.kpi.comparison.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class ComparisonFiguresTest {

    private static final Length FEBRUARY_TO_MAY = Length.of(range("2021-02-01", "2021-05-31"));

    /** The joint committee's report of 2021 shows 10,375 and 11,350 without saying how it rounded. */
    @Test
    void a_monthly_average_is_exact_until_it_is_printed() {
        Figure now = Figure.flow("logged", 41_502);
        Figure before = Figure.flow("logged", 45_407);
        Length octoberToJanuary = Length.of(range("2020-10-01", "2021-01-31"));
        assertThat(now.perMonth(FEBRUARY_TO_MAY).orElseThrow().decimal()).isEqualTo("10375.50");
        assertThat(before.perMonth(octoberToJanuary).orElseThrow().decimal()).isEqualTo("11351.75");
        assertThat(now.less(before)).contains(Fraction.of(-3_905, 1));
    }

    @Test
    void a_length_is_computed_and_never_typed() {
        assertThat(Length.of(range("2021-06-01", "2021-10-31")).months()).isEqualTo(Fraction.of(5, 1));
        assertThat(FEBRUARY_TO_MAY).isEqualTo(new Length(120, Fraction.of(4, 1)));
        assertThat(Length.of(range("2021-02-01", "2021-02-14")).months()).isEqualTo(Fraction.of(1, 2));
        assertThat(Length.of(range("2021-01-31", "2021-02-14")).months())
                .isEqualTo(Fraction.of(1, 31).plus(Fraction.of(1, 2)));
    }

    @Test
    void a_difference_of_shares_is_exact_too() {
        Figure now = Figure.share("compliance", 57, 100);
        Figure before = Figure.share("compliance", 5, 7);
        assertThat(now.less(before)).contains(Fraction.of(57 * 7 - 500, 700));
        assertThat(now.less(before).orElseThrow().percent()).isEqualTo("-14.43");
        assertThat(now.perMonth(FEBRUARY_TO_MAY)).isEmpty();
        assertThat(now.less(Figure.share("compliance", 0, 0))).isEmpty();
    }

    @Test
    void what_was_compared_can_be_put_together_again() {
        Laws.forAll("difference and other side give this side", ComparisonFiguresTest::fraction, 1_000, one -> {
            Fraction other = Fraction.of(3, 7);
            assertThat(one.minus(other).plus(other)).isEqualTo(one);
            assertThat(one.dividedBy(other).dividedBy(Fraction.of(7, 3))).isEqualTo(one);
        });
    }

    private static Fraction fraction(Draw draw) {
        return Fraction.of(draw.between(-500, 500), draw.between(1, 97));
    }

    private static Range range(String from, String to) {
        return new Range(LocalDate.parse(from), LocalDate.parse(to));
    }
}
