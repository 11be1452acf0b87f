package uk.jointdesk.kpi.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.TheilSen.Point;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class TheilSenTest {

    /** Helsel and Hirsch, "Statistical Methods in Water Resources", 10.1: 21 slopes whose median is 1, despite the 16. */
    @Test
    void one_odd_value_does_not_turn_the_line() {
        assertThat(TheilSen.slope(points(1, 2, 3, 4, 5, 16, 7))).contains(Fraction.of(1, 1));
    }

    @Test
    void the_median_of_an_even_number_of_slopes_lies_between_the_middle_two() {
        // Slopes of 0,1,5,4: 1, 5/2, 4/3, 4, 3/2, -1; in order -1, 1, 4/3, 3/2, 5/2, 4.
        assertThat(TheilSen.slope(points(0, 1, 5, 4))).contains(Fraction.of(17, 12));
    }

    @Test
    void a_period_without_a_value_leaves_a_gap_and_no_zero() {
        List<Point> points = List.of(
                new Point(0, Fraction.of(1, 1)), new Point(1, Fraction.of(2, 1)), new Point(5, Fraction.of(6, 1)));
        assertThat(TheilSen.slope(points)).contains(Fraction.of(1, 1));
    }

    @Test
    void two_points_are_no_trend() {
        assertThat(TheilSen.slope(points(1, 2))).isEmpty();
    }

    /** The defining property: the slopes that are steeper balance those that are flatter. */
    @Test
    void as_many_pairs_are_steeper_as_are_flatter() {
        Laws.forAll("median of slopes", TheilSenTest::drawn, Laws.oracleCases(), points -> {
            Fraction slope = TheilSen.slope(points).orElseThrow();
            int steeper = 0;
            int flatter = 0;
            for (Point one : points) {
                for (Point other : points) {
                    if (one.x() < other.x()) {
                        Fraction line = one.y().plus(slope.times(Fraction.of(other.x() - one.x(), 1)));
                        steeper += other.y().compareTo(line) > 0 ? 1 : 0;
                        flatter += other.y().compareTo(line) < 0 ? 1 : 0;
                    }
                }
            }
            int pairs = points.size() * (points.size() - 1) / 2;
            assertThat(steeper).isLessThanOrEqualTo(pairs / 2);
            assertThat(flatter).isLessThanOrEqualTo(pairs / 2);
        });
    }

    @Test
    void a_straight_line_has_its_own_slope_in_whatever_order_it_is_told() {
        Laws.forAll("straight line", draw -> draw, Laws.cases(), draw -> {
            Fraction slope = Fraction.of(draw.between(-500, 500), draw.between(1, 50));
            List<Point> points = new ArrayList<>();
            for (int x = 0; x < 3 + draw.between(0, 6); x++) {
                points.add(new Point(x, Fraction.of(7, 3).plus(slope.times(Fraction.of(x, 1)))));
            }
            assertThat(TheilSen.slope(draw.shuffled(points))).contains(slope);
        });
    }

    @Test
    void the_months_to_the_target_are_the_first_month_at_or_above_it() {
        assertThat(outlook("90", 2, "95").periodsToTarget()).contains(3);
        assertThat(outlook("91", 2, "95").periodsToTarget()).contains(2);
        assertThat(outlook("95", 2, "95").periodsToTarget()).isEmpty();
        assertThat(outlook("90", -2, "95").periodsToTarget()).isEmpty();
        assertThat(outlook("90", 0, "95").periodsToTarget()).isEmpty();
    }

    @Test
    void of_a_green_figure_they_are_the_first_month_below_it() {
        assertThat(outlook("96", -1, "95").periodsToTarget()).contains(2);
        assertThat(outlook("95", -1, "95").periodsToTarget()).contains(1);
        assertThat(outlook("98", -2, "95").periodsToTarget()).contains(2);
    }

    /** Satisfaction fell in September and October 2021 and was above its target still: the board was told. */
    @Test
    void a_green_figure_that_falls_twice_in_a_row_is_green_but_declining() {
        Outlook flat = outlook("96", 0, "95");
        assertThat(flat.isGreenButDeclining(percents(97, 98, 97, 96))).isTrue();
        assertThat(flat.isGreenButDeclining(percents(97, 98, 96, 96))).isFalse();
        assertThat(flat.isGreenButDeclining(percents(97, 96))).isFalse();
    }

    @Test
    void a_green_figure_whose_slope_leads_below_the_target_in_half_a_year_is_warned_of() {
        List<Fraction> uneven = percents(99, 97, 98, 99);
        assertThat(outlook("99", -1, "95").isGreenButDeclining(uneven)).isTrue();
        assertThat(new Outlook(Fraction.of(99, 100), Fraction.of(-1, 200), Fraction.of(95, 100))
                        .isGreenButDeclining(uneven))
                .isFalse();
        assertThat(outlook("94", -1, "95").isGreenButDeclining(percents(98, 96, 94)))
                .isFalse();
    }

    private static Outlook outlook(String latest, int slope, String target) {
        return new Outlook(
                Fraction.of(Long.parseLong(latest), 100),
                Fraction.of(slope, 100),
                Fraction.of(Long.parseLong(target), 100));
    }

    private static List<Fraction> percents(int... values) {
        return java.util.stream.IntStream.of(values)
                .mapToObj(value -> Fraction.of(value, 100))
                .toList();
    }

    private static List<Point> points(int... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(i, Fraction.of(values[i], 1)));
        }
        return points;
    }

    private static List<Point> drawn(Draw draw) {
        List<Point> points = new ArrayList<>();
        int length = draw.between(3, 12);
        int x = 0;
        for (int i = 0; i < length; i++) {
            x += draw.between(1, 3);
            points.add(new Point(x, Fraction.of(draw.between(0, 40), draw.between(1, 7))));
        }
        return draw.shuffled(points);
    }

    @Test
    void no_line_goes_through_nothing() {
        assertThat(TheilSen.slope(List.of())).isEqualTo(Optional.empty());
    }
}
