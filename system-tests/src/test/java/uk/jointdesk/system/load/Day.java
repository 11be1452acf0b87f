package uk.jointdesk.system.load;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkData;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import io.hyperfoil.core.parser.ParserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One run of {@code mixed-day.hf.yaml} by Hyperfoil, inside this process. */
final class Day {

    private final Map<String, Map<String, Measured>> phases = new TreeMap<>();

    private Day() {}

    /** @param words what stands in angle brackets in the description */
    static Day lived(Map<String, String> words) {
        Day day = new Day();
        new LocalSimulationRunner(
                        benchmark(words),
                        (phase, step, metric, snapshot, more) -> day.phases
                                .computeIfAbsent(phase.name(), any -> new TreeMap<>())
                                .computeIfAbsent(metric, any -> new Measured())
                                .add(snapshot),
                        null,
                        null)
                .run();
        return day;
    }

    /** What a phase of the description measured, by operation. */
    Map<String, Measured> phase(String name) {
        return phases.getOrDefault(name, Map.of());
    }

    private static Benchmark benchmark(Map<String, String> words) {
        String text = description();
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("<" + word.getKey() + ">", word.getValue());
        }
        try {
            InputStream filled = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return BenchmarkParser.instance().buildBenchmark(filled, BenchmarkData.EMPTY, Map.of());
        } catch (ParserException | IOException e) {
            throw new IllegalStateException("mixed-day.hf.yaml cannot be read", e);
        }
    }

    private static String description() {
        try (InputStream text = Day.class.getResourceAsStream("/load/mixed-day.hf.yaml")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
