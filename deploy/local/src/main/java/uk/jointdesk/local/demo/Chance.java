package uk.jointdesk.local.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed gives the same demo data on every Java and every machine. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From {@code low} to {@code high}, both included. */
    long between(long low, long high) {
        return low + random.nextLong(high - low + 1);
    }

    /** Like {@link #between}, but small values are likelier: the smaller of two draws. */
    long lowBetween(long low, long high) {
        return Math.min(between(low, high), between(low, high));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
