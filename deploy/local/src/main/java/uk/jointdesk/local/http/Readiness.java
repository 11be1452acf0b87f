package uk.jointdesk.local.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import uk.jointdesk.local.CannotStart;
import uk.jointdesk.local.process.Child;

/** Waiting until something answers, and giving up as soon as any process of the start has ended. */
public final class Readiness {

    private static final Duration STEP = Duration.ofMillis(250);

    private final Http http;
    private final Supplier<Optional<Child>> ended;

    /** {@code ended} names a process that should run and does not. */
    public Readiness(Http http, Supplier<Optional<Child>> ended) {
        this.http = http;
        this.ended = ended;
    }

    /** Returns when {@code url} answers 200; throws {@link CannotStart} naming the log otherwise. */
    public void await(Child child, String url, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (http.status(url) != 200) {
            ended.get().ifPresent(dead -> {
                throw new CannotStart(dead.name() + " ended with exit code " + dead.exitCode() + ", see " + dead.log());
            });
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
