package uk.jointdesk.system.load.door;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How long answers took, from when each request was due to be sent; percentiles by the nearest rank.
 *
 * @param sortedNanos of the successes
 * @param errors no answer, or one that was no success
 */
record Latencies(long[] sortedNanos, long errors) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Latencies of(long[] nanos, long errors) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted, errors);
    }

    static Latencies none() {
        return new Latencies(new long[0], 0);
    }

    /** Both as if measured at once. */
    Latencies with(Latencies other) {
        return of(
                LongStream.concat(Arrays.stream(sortedNanos), Arrays.stream(other.sortedNanos))
                        .toArray(),
                errors + other.errors);
    }

    double millisAt(int percentile) {
        int rank = (sortedNanos.length * percentile + 99) / 100;
        return sortedNanos.length == 0 ? Double.NaN : sortedNanos[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }
}
