package uk.jointdesk.benchmarks.apportionment;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import uk.jointdesk.benchmarks.clock.CpuTime;

/**
 * Runs the benchmark of re-apportionment and prints the product's time beside its ratio to plain BigDecimal, measured in
 * one run: wall time by JMH, and the processor time of the calling thread, which a busy machine distorts less. {@code
 * cpu} as the first argument leaves out JMH.
 */
public final class ReapportionmentReport {
    private static final int ROUNDS = 20;

    private ReapportionmentReport() {}

    public static void main(String[] arguments) throws RunnerException {
        if (arguments.length == 0 || !arguments[0].equals("cpu")) {
            wallTime();
        }
        processorTime();
    }

    private static void wallTime() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ReapportionmentBenchmark.class.getSimpleName())
                        .build())
                .run();
        print("wall time", millis(results, "product"), millis(results, "plainDecimal"));
    }

    private static void processorTime() {
        ReapportionmentBenchmark benchmark = new ReapportionmentBenchmark();
        benchmark.prepare();
        double plain = CpuTime.bestOf(ROUNDS, benchmark::plainDecimal);
        print("processor time", CpuTime.bestOf(ROUNDS, benchmark::product), plain);
    }

    private static void print(String what, double product, double plain) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f ms for ten years x three partners x 10,000 lines; plain BigDecimal %.1f ms; ratio 1:%.1f%n",
                what,
                product,
                plain,
                plain / product);
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
