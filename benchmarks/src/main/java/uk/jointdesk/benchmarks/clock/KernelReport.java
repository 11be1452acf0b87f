package uk.jointdesk.benchmarks.clock;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the clock's benchmark and prints the kernel's time beside its ratio to the plain walk, measured in one run: wall
 * time by JMH, and the processor time of the calling thread, which a busy machine distorts less. {@code cpu} as the first
 * argument leaves out JMH.
 */
public final class KernelReport {

    private KernelReport() {}

    public static void main(String[] arguments) throws RunnerException {
        if (arguments.length == 0 || !arguments[0].equals("cpu")) {
            wallTime();
        }
        processorTime();
    }

    private static void wallTime() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ClockKernelBenchmark.class.getSimpleName())
                        .build())
                .run();
        double walk = millis(results, "plainWalkOnOneThread");
        print("wall time, one thread", millis(results, "kernelOnOneThread"), walk);
        print("wall time, two threads", millis(results, "kernelOnTwoThreads"), walk);
    }

    private static void processorTime() {
        ClockKernelBenchmark benchmark = new ClockKernelBenchmark();
        benchmark.prepare();
        double walk = CpuTime.bestOf(2, benchmark::plainWalkOnOneThread);
        print("processor time, one thread", CpuTime.bestOf(100, benchmark::kernelOnOneThread), walk);
        print("processor time, each of two threads", CpuTime.bestOf(100, benchmark::kernelOnTwoThreads), walk);
    }

    private static void print(String what, double kernel, double walk) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f ms for a million tickets; plain walk %.0f ms; ratio 1:%.0f%n",
                what,
                kernel,
                walk,
                walk / kernel);
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
