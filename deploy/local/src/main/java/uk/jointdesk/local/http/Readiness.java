package uk.jointdesk.local.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import uk.jointdesk.local.CannotStart;
import uk.jointdesk.local.process.Child;

/** Waiting until something answers, and giving up at once when its process has ended. */
public final class Readiness {

    private static final Duration STEP = Duration.ofMillis(150);

    private final Http http;

    public Readiness(Http http) {
        this.http = http;
    }

    /** Returns when {@code url} answers 200; throws {@link CannotStart} naming the log otherwise. */
    public void await(Child child, String url, Duration patience) {
        await(child, () -> http.status(url) == 200, patience);
    }

    public static void await(Child child, BooleanSupplier ready, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.alive()) {
                throw new CannotStart(
                        child.name() + " ended with exit code " + child.exitCode() + ", see " + child.log());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        child.name() + " was not ready within " + patience.toSeconds() + " s, see " + child.log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting", e);
        }
    }
}
