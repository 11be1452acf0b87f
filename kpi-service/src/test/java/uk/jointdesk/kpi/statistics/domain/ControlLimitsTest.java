package uk.jointdesk.kpi.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class ControlLimitsTest {

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: limits 55.8041 and 45.8159, by 3 / 1.128 for 2.66. */
    @Test
    void the_flow_rates_of_the_nist_handbook_have_its_limits() {
        List<Fraction> rates = values("49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1");
        ControlLimits limits = ControlLimits.of(rates).orElseThrow();
        assertThat(limits.mean().decimal(2)).isEqualTo("50.81");
        assertThat(limits.meanMovingRange().decimal(4)).isEqualTo("1.8778");
        assertThat(limits.upper().decimal(2)).isEqualTo("55.80");
        assertThat(limits.lower().decimal(2)).isEqualTo("45.82");
        assertThat(limits.isProvisional()).isTrue();
        assertThat(Signals.of(rates, limits)).allMatch(Set::isEmpty);
    }

    @Test
    void a_point_on_a_limit_is_inside_and_one_beyond_is_a_signal() {
        List<Fraction> steady = numbers(10, 10, 10, 10);
        ControlLimits limits = ControlLimits.of(steady).orElseThrow();
        assertThat(Signals.of(steady, limits)).allMatch(Set::isEmpty);
        assertThat(Signals.of(List.of(Fraction.of(10, 1), Fraction.of(10_001, 1_000)), limits))
                .containsExactly(Set.of(), Set.of(Signal.BEYOND_LIMITS));
    }

    @Test
    void eight_on_one_side_are_a_signal_and_seven_are_not() {
        ControlLimits limits = new ControlLimits(Fraction.of(10, 1), Fraction.of(10, 1), 20);
        assertThat(signals(limits, 11, 12, 11, 12, 11, 12, 11, 9)).doesNotContain(Signal.RUN_OF_EIGHT);
        assertThat(signals(limits, 11, 12, 11, 12, 11, 12, 11, 11)).containsOnly(Signal.RUN_OF_EIGHT);
        assertThat(signals(limits, 11, 12, 11, 12, 10, 11, 12, 11, 12)).isEmpty();
    }

    @Test
    void six_in_one_direction_are_a_signal_and_five_are_not() {
        ControlLimits limits = new ControlLimits(Fraction.of(10, 1), Fraction.of(10, 1), 20);
        assertThat(signals(limits, 8, 9, 10, 11, 12, 9)).isEmpty();
        assertThat(signals(limits, 8, 9, 10, 11, 12, 13)).containsOnly(Signal.SIX_IN_ONE_DIRECTION);
        assertThat(signals(limits, 8, 9, 10, 10, 11, 12, 13)).isEmpty();
    }

    @Test
    void three_of_four_near_the_same_limit_are_a_signal() {
        ControlLimits limits = new ControlLimits(Fraction.of(0, 1), Fraction.of(10, 1), 20);
        assertThat(signals(limits, 14, 0, 15, 14)).containsOnly(Signal.THREE_OF_FOUR_NEAR_A_LIMIT);
        assertThat(signals(limits, 14, 0, -15, 14)).isEmpty();
        assertThat(signals(limits, 13, 13, 13, 0)).isEmpty();
    }

    /** Each point is asked by itself whether any window of the pattern's length around it holds the pattern. */
    @Test
    void every_point_of_a_pattern_and_no_other_carries_its_signal() {
        Laws.forAll("signals = windows", ControlLimitsTest::drawn, Laws.oracleCases(), values -> {
            ControlLimits limits = ControlLimits.of(values).orElseThrow();
            List<Set<Signal>> found = Signals.of(values, limits);
            for (int i = 0; i < values.size(); i++) {
                assertThat(found.get(i)).as("point %d", i).isEqualTo(byWindows(values, limits, i));
            }
        });
    }

    private static Set<Signal> byWindows(List<Fraction> values, ControlLimits limits, int i) {
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        BigDecimal reach = new BigDecimal("2.66");
        Fraction away = values.get(i).minus(limits.mean());
        Fraction limit = Fraction.of(reach.unscaledValue().longValue(), 100).times(limits.meanMovingRange());
        if (away.times(away).compareTo(limit.times(limit)) > 0) {
            signals.add(Signal.BEYOND_LIMITS);
        }
        if (inWindow(values, i, 8, from -> side(values, limits, from, 1) || side(values, limits, from, -1))) {
            signals.add(Signal.RUN_OF_EIGHT);
        }
        if (inWindow(values, i, 6, from -> steps(values, from, 1) || steps(values, from, -1))) {
            signals.add(Signal.SIX_IN_ONE_DIRECTION);
        }
        boolean near = Stream.of(1, -1)
                .anyMatch(sign -> isNear(values, limits, i, sign)
                        && inWindow(
                                values,
                                i,
                                4,
                                from -> IntStream.range(from, from + 4)
                                                .filter(j -> isNear(values, limits, j, sign))
                                                .count()
                                        >= 3));
        if (near) {
            signals.add(Signal.THREE_OF_FOUR_NEAR_A_LIMIT);
        }
        return signals;
    }

    private static boolean inWindow(List<Fraction> values, int i, int length, IntPredicate holds) {
        return IntStream.rangeClosed(i - length + 1, i)
                .filter(from -> from >= 0 && from + length <= values.size())
                .anyMatch(holds);
    }

    private static boolean side(List<Fraction> values, ControlLimits limits, int from, int sign) {
        return values.subList(from, from + 8).stream().allMatch(value -> value.compareTo(limits.mean()) * sign > 0);
    }

    private static boolean steps(List<Fraction> values, int from, int sign) {
        return IntStream.range(from + 1, from + 6).allMatch(j -> values.get(j).compareTo(values.get(j - 1)) * sign > 0);
    }

    private static boolean isNear(List<Fraction> values, ControlLimits limits, int i, int sign) {
        Fraction limit = sign > 0 ? limits.upper() : limits.lower();
        Fraction toLimit = limit.minus(values.get(i)).times(Fraction.of(sign, 1));
        Fraction toMean = values.get(i).minus(limits.mean()).times(Fraction.of(sign, 1));
        return toMean.signum() > 0 && toMean.compareTo(toLimit) > 0;
    }

    private static List<Fraction> drawn(Draw draw) {
        List<Fraction> values = new ArrayList<>();
        long drift = draw.between(-3, 3);
        int length = draw.between(3, 3 + draw.size());
        for (int i = 0; i < length; i++) {
            values.add(Fraction.of(50 + drift * i + draw.between(-6, 6), draw.between(1, 3)));
        }
        return values;
    }

    private static Set<Signal> signals(ControlLimits limits, int... values) {
        Set<Signal> all = EnumSet.noneOf(Signal.class);
        Signals.of(numbers(values), limits).forEach(all::addAll);
        return all;
    }

    private static List<Fraction> numbers(int... values) {
        return IntStream.of(values).mapToObj(value -> Fraction.of(value, 1)).toList();
    }

    private static List<Fraction> values(String... values) {
        return Stream.of(values)
                .map(value ->
                        Fraction.of(new BigDecimal(value).movePointRight(1).longValueExact(), 10))
                .toList();
    }
}
