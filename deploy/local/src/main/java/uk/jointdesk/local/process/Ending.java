package uk.jointdesk.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for the end of a process that is not our child: nobody tells us, and nobody may ever reap it. */
public final class Ending {

    private static final Duration STEP = Duration.ofMillis(50);

    private Ending() {}

    static void await(ProcessHandle process, Duration patience) {
        await(process, () -> hasEnded(process), patience);
    }

    /** A process that has ended and that nobody has reaped still has a number, but no program any more. */
    static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    /** Returns when the process is gone, or when {@code ended} says so of one that nobody reaps, or at last anyway. */
    public static void await(ProcessHandle process, BooleanSupplier ended, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && !ended.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
