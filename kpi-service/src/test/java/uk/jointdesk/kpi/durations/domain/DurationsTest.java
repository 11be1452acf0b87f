package uk.jointdesk.kpi.durations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class DurationsTest {

    private static final long MINUTE = 60_000;

    /** Some durations, and where the list is cut in two. */
    private record Drawn(List<Long> millis, int cut) {
        static Drawn of(Draw draw) {
            List<Long> millis = draw.listOf(1, d -> d.between(0L, 20L) * (d.chance(50) ? MINUTE : 1));
            return new Drawn(millis, draw.between(0, millis.size()));
        }

        Durations joined() {
            return durations(millis.subList(0, cut)).plus(durations(millis.subList(cut, millis.size())));
        }
    }

    @Test
    void nothing_has_neither_mean_nor_median() {
        assertThat(Durations.NONE.summary()).isEmpty();
        assertThat(Durations.of().plus(Durations.NONE).count()).isZero();
    }

    @Test
    void of_ten_tickets_the_ninth_is_what_nine_in_ten_do_not_exceed() {
        var summary = durations(List.of(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L).stream()
                        .map(minutes -> minutes * MINUTE)
                        .toList())
                .summary()
                .orElseThrow();
        assertThat(summary.mean()).isEqualTo(Fraction.of(55, 1));
        assertThat(summary.median()).isEqualTo(Fraction.of(55, 1));
        assertThat(summary.p90()).isEqualTo(Fraction.of(90, 1));
    }

    @Test
    void the_mean_is_the_sum_over_the_count_to_the_last_millisecond() {
        Laws.forAll("mean", Drawn::of, Laws.oracleCases(), drawn -> {
            BigInteger sum = drawn.millis().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger over = BigInteger.valueOf(drawn.millis().size() * MINUTE);
            assertThat(drawn.joined().summary().orElseThrow().mean()).isEqualTo(new Fraction(sum, over));
        });
    }

    @Test
    void as_many_lie_above_the_median_as_below_it() {
        Laws.forAll("median", Drawn::of, Laws.oracleCases(), drawn -> {
            Fraction median = drawn.joined().summary().orElseThrow().median();
            long below = drawn.millis().stream()
                    .filter(at -> minutes(at).compareTo(median) < 0)
                    .count();
            long above = drawn.millis().stream()
                    .filter(at -> minutes(at).compareTo(median) > 0)
                    .count();
            long half = drawn.millis().size() / 2;
            assertThat(below).isLessThanOrEqualTo(half);
            assertThat(above).isLessThanOrEqualTo(half);
            // And it lies in the middle of the two: mirrored in zero, the list has the mirrored median.
            List<Long> mirrored = drawn.millis().stream().map(at -> -at).toList();
            assertThat(durations(mirrored).summary().orElseThrow().median())
                    .isEqualTo(Fraction.of(0, 1).minus(median));
        });
    }

    @Test
    void the_90th_percentile_is_the_least_value_that_nine_in_ten_do_not_exceed() {
        Laws.forAll("p90", Drawn::of, Laws.oracleCases(), drawn -> {
            List<Long> good = new ArrayList<>();
            for (long candidate : drawn.millis()) {
                long covered =
                        drawn.millis().stream().filter(at -> at <= candidate).count();
                if (10 * covered >= 9L * drawn.millis().size()) {
                    good.add(candidate);
                }
            }
            long least = good.stream().mapToLong(Long::longValue).min().orElseThrow();
            assertThat(drawn.joined().summary().orElseThrow().p90()).isEqualTo(minutes(least));
        });
    }

    private static Fraction minutes(long millis) {
        return Fraction.of(millis, MINUTE);
    }

    private static Durations durations(List<Long> millis) {
        return Durations.of(millis.stream().mapToLong(Long::longValue).toArray());
    }
}
