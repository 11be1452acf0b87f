package uk.jointdesk.system.load.door;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Times of two things that were done in turn, in nanoseconds, and whether one can be told from the other by them.
 *
 * @param one of the first thing, in the order of the pairs
 * @param other of the second
 */
record Pairs(long[] one, long[] other) {

    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    /** A difference and where it would lie in nineteen of twenty repetitions. */
    record Estimate(double value, double from, double to) {}

    static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /** By how much the first takes longer: the median within pairs, which met the same weather, by the bootstrap. */
    Estimate difference(RandomGenerator random) {
        long[] differences = IntStream.range(0, one.length)
                .mapToLong(pair -> one[pair] - other[pair])
                .toArray();
        double[] resampled = new double[RESAMPLES];
        long[] sample = new long[differences.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int pair = 0; pair < sample.length; pair++) {
                sample[pair] = differences[random.nextInt(differences.length)];
            }
            resampled[i] = median(sample);
        }
        Arrays.sort(resampled);
        int tail = (int) (RESAMPLES * TAIL);
        return new Estimate(median(differences), resampled[tail], resampled[RESAMPLES - 1 - tail]);
    }

    /** How often one of the first took longer than one of the second, ties by half: a half is a guess (Mann, Whitney). */
    double guessedRightly() {
        long[] sorted = other.clone();
        Arrays.sort(sorted);
        double longer = 0;
        for (long time : one) {
            int less = rank(sorted, time);
            int notMore = rank(sorted, time + 1);
            longer += less + (notMore - less) / 2.0;
        }
        return longer / ((double) one.length * other.length);
    }

    /** How many are less than this. */
    private static int rank(long[] sorted, long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** How many standard deviations that is away from a guess. */
    double deviations() {
        double n = one.length;
        double m = other.length;
        return (guessedRightly() - 0.5) / Math.sqrt((n + m + 1) / (12 * n * m));
    }
}
