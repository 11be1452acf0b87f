package uk.jointdesk.kpi.durations.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * How long each of some tickets took, in milliseconds. Those of different tickets add up, as no mean, median or
 * percentile does: what stands in the ALL row is worked out from the tickets of every row.
 */
public final class Durations {
    public static final Durations NONE = new Durations(List.of());

    private static final long MILLIS_PER_MINUTE = 60_000L;

    /** Some of them in order, sorted once however many rows they come to stand in. */
    private record Part(long[] sorted, long total) {
        static Part of(long... millis) {
            long[] sorted = millis.clone();
            Arrays.sort(sorted);
            return new Part(sorted, LongStream.of(sorted).sum());
        }
    }

    private final List<Part> parts;

    private Durations(List<Part> parts) {
        this.parts = parts;
    }

    public static Durations of(long... millis) {
        return millis.length == 0 ? NONE : new Durations(List.of(Part.of(millis)));
    }

    public Durations plus(Durations other) {
        return new Durations(Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    public long count() {
        return parts.stream().mapToLong(part -> part.sorted.length).sum();
    }

    public long totalMillis() {
        return parts.stream().mapToLong(Part::total).sum();
    }

    /** What is to be read of them; empty when there are none. */
    public Optional<Summary> summary() {
        return count() == 0 ? Optional.empty() : Optional.of(summaryOf(count()));
    }

    private Summary summaryOf(long count) {
        SortedParts sorted = new SortedParts(parts.stream().map(Part::sorted).toList());
        long lower = sorted.at((count - 1) / 2);
        long upper = count % 2 == 1 ? lower : sorted.at(count / 2);
        return new Summary(
                minutes(totalMillis(), count), minutes(lower + upper, 2), minutes(sorted.at(rank(count) - 1), 1));
    }

    /** The nearest rank: the smallest place that at least nine in ten of them have reached. */
    private static long rank(long count) {
        return (9L * count + 9) / 10;
    }

    private static Fraction minutes(long millis, long over) {
        return Fraction.of(millis, over * MILLIS_PER_MINUTE);
    }

    /**
     * Exact minutes.
     *
     * @param mean the sum over the count
     * @param median the middle one, or the mean of the two in the middle
     * @param p90 the least of them that nine in ten do not exceed
     */
    public record Summary(Fraction mean, Fraction median, Fraction p90) {}
}
