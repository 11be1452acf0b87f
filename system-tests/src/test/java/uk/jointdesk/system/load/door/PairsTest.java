package uk.jointdesk.system.load.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairsTest {

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    private long[] drawn(long around, int many) {
        return LongStream.generate(() -> around + (long) (random.nextGaussian() * 1_000))
                .limit(many)
                .toArray();
    }

    @Test
    void the_median_is_in_the_middle() {
        assertThat(Pairs.median(new long[] {9, 1, 5})).isEqualTo(5);
        assertThat(Pairs.median(new long[] {9, 1, 5, 6})).isEqualTo(5.5);
    }

    @Test
    void who_is_always_longer_is_always_guessed_and_the_same_is_a_guess() {
        assertThat(new Pairs(new long[] {4, 5, 6}, new long[] {1, 2, 3}).guessedRightly())
                .isEqualTo(1);
        assertThat(new Pairs(new long[] {1, 2, 3}, new long[] {4, 5, 6}).guessedRightly())
                .isZero();
        assertThat(new Pairs(new long[] {1, 2, 3}, new long[] {1, 2, 3}).guessedRightly())
                .isEqualTo(0.5);
    }

    @Test
    void every_pair_of_two_samples_is_compared() {
        long[] one = drawn(10_000, 50);
        long[] other = drawn(10_300, 70);
        double longer = 0;
        for (long mine : one) {
            for (long theirs : other) {
                longer += mine > theirs ? 1 : mine == theirs ? 0.5 : 0;
            }
        }
        assertThat(new Pairs(one, other).guessedRightly()).isCloseTo(longer / 3_500, within(1e-12));
    }

    @Test
    void a_difference_of_a_tenth_of_a_deviation_shows_in_two_thousand_pairs_and_none_does_not() {
        Pairs different = new Pairs(drawn(10_150, 2_000), drawn(10_000, 2_000));
        Pairs.Estimate found = different.difference(random);
        assertThat(found.from()).isPositive().isLessThan(found.value());
        assertThat(found.to()).isGreaterThan(found.value());
        assertThat(different.deviations()).isGreaterThan(2);
        Pairs same = new Pairs(drawn(10_000, 2_000), drawn(10_000, 2_000));
        assertThat(Math.abs(same.deviations())).isLessThan(4);
        assertThat(Math.abs(same.guessedRightly() - 0.5)).isLessThan(0.04);
    }
}
