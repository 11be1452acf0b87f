package uk.jointdesk.system.suite;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for something that becomes true by itself, such as kpi-service having read on. */
public final class Eventually {

    private static final Duration STEP = Duration.ofMillis(200);

    private Eventually() {}

    /** The first answer that is enough; fails with the last one seen when none is in time. */
    public static <T> T becomes(Supplier<T> question, Predicate<T> enough, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        T answer = question.get();
        while (!enough.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + patience.toSeconds() + " s still " + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
