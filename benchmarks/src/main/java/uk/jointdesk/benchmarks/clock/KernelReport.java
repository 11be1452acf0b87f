package uk.jointdesk.benchmarks.clock;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the clock's benchmark and prints the kernel's time beside its ratio to the plain walk, measured in one run. */
public final class KernelReport {

    private KernelReport() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ClockKernelBenchmark.class.getSimpleName())
                        .build())
                .run();
        double walk = millis(results, "plainWalkOnOneThread");
        for (String kernel : new String[] {"kernelOnOneThread", "kernelOnTwoThreads"}) {
            double millis = millis(results, kernel);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f ms for a million tickets; plain walk %.0f ms; ratio 1:%.0f%n",
                    kernel,
                    millis,
                    walk,
                    walk / millis);
        }
    }

    private static double millis(Collection<RunResult> results, String method) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(method))
                .findFirst()
                .orElseThrow()
                .getScore();
    }
}
