package uk.jointdesk.benchmarks.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The least processor time that a piece of work took in some rounds; says something on a busy machine, too. */
public final class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** Milliseconds of the calling thread in the best of so many rounds. */
    public static double bestOf(int rounds, Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - before);
        }
        return best / 1e6;
    }
}
