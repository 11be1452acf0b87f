package uk.jointdesk.testkit;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Checks that a law holds for many generated cases. The seed is part of every failure, and the smallest failing case
 * is searched before the failure is reported: {@code -Dlaws.seed=…} plays the same cases again.
 */
public final class Laws {

    /** The largest size a {@link Draw} is given. */
    public static final int LARGEST = 40;

    private static final int TRIES_PER_SIZE = 400;

    private Laws() {}

    /** How many cases a law is tried on: {@code laws.cases}, 100,000 in {@code verify}. */
    public static int cases() {
        return Integer.getInteger("laws.cases", 10_000);
    }

    /** How many cases are compared with a slow oracle: {@code laws.oracle.cases}, 10,000 in {@code verify}. */
    public static int oracleCases() {
        return Integer.getInteger("laws.oracle.cases", 1_000);
    }

    /** Tries the law on so many cases and fails with the smallest case found that breaks it. */
    public static <T> void forAll(String law, Generator<T> generator, int cases, Consumer<T> check) {
        long seed = Long.getLong("laws.seed", System.nanoTime());
        for (int i = 0; i < cases; i++) {
            int size = 1 + (int) ((long) i * LARGEST / cases);
            Throwable broken = attempt(generator, check, seed + i, size);
            if (broken != null) {
                throw smallest(law, generator, check, new Failure(seed + i, size, broken));
            }
        }
    }

    /**
     * Fails unless both are equal. A law is looked at millions of times, and only where it is broken has anybody time for
     * words.
     */
    public static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    /** Fails with what is shown unless it holds. */
    public static void holds(boolean whether, Object shown) {
        if (!whether) {
            throw new AssertionError(shown);
        }
    }

    private static <T> AssertionError smallest(String law, Generator<T> generator, Consumer<T> check, Failure first) {
        for (int size = 1; size <= first.size; size++) {
            for (int i = 0; i < TRIES_PER_SIZE; i++) {
                long seed = first.seed + i;
                Throwable broken = attempt(generator, check, seed, size);
                if (broken != null) {
                    return report(law, generator, new Failure(seed, size, broken));
                }
            }
        }
        return report(law, generator, first);
    }

    private static <T> AssertionError report(String law, Generator<T> generator, Failure failure) {
        String text = String.format(
                Locale.ROOT,
                "law broken: %s%n  case: %s%n  seed %d, size %d%n  %s",
                law,
                generator.generate(new Draw(failure.seed, failure.size)),
                failure.seed,
                failure.size,
                failure.cause);
        return new AssertionError(text, failure.cause);
    }

    private static <T> Throwable attempt(Generator<T> generator, Consumer<T> check, long seed, int size) {
        T generated = generator.generate(new Draw(seed, size));
        try {
            check.accept(generated);
            return null;
        } catch (RuntimeException | AssertionError broken) {
            return broken;
        }
    }

    private record Failure(long seed, int size, Throwable cause) {}
}
