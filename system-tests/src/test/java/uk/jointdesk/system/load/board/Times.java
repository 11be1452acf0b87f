package uk.jointdesk.system.load.board;

import java.util.Arrays;
import java.util.Collection;

/** Durations of one kind, in nanoseconds; percentiles by the nearest rank. */
record Times(long[] sorted) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Times of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    double millisAt(int percentile) {
        int rank = (sorted.length * percentile + 99) / 100;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }

    int count() {
        return sorted.length;
    }
}
