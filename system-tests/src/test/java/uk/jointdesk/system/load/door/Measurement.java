package uk.jointdesk.system.load.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One question, asked on each way, round after round. */
final class Measurement {

    /** How much of what a proxy can do at most is asked of it while latencies are measured. */
    static final double LOAD = 0.6;

    private final String question;
    private final Map<Way, List<Generator.Throughput>> throughputs = new HashMap<>();
    private final Map<Way, Latencies> latencies = new HashMap<>();

    Measurement(String question) {
        this.question = question;
    }

    String question() {
        return question;
    }

    void add(Way way, Generator.Throughput round) {
        throughputs.computeIfAbsent(way, first -> new ArrayList<>()).add(round);
    }

    void add(Way way, Latencies round) {
        latencies.merge(way, round, Latencies::with);
    }

    /** All rounds together. */
    Generator.Throughput throughput(Way way) {
        return throughputs.get(way).stream().reduce(Generator.Throughput.none(), Generator.Throughput::with);
    }

    Latencies latencies(Way way) {
        return latencies.getOrDefault(way, Latencies.none());
    }

    double ratio(Way way, Way to) {
        return throughput(way).aSecond() / throughput(to).aSecond();
    }

    /** What the ratio was in each round, the smallest first. */
    List<Double> ratios(Way way, Way to) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < throughputs.get(way).size(); round++) {
            ratios.add(throughputs.get(way).get(round).aSecond()
                    / throughputs.get(to).get(round).aSecond());
        }
        return ratios.stream().sorted().toList();
    }

    /** Requests a second at which neither is close to its end. */
    double rate(Way one, Way other) {
        return LOAD * Math.min(throughput(one).aSecond(), throughput(other).aSecond());
    }

    long errors() {
        long closed = throughputs.values().stream()
                .flatMap(List::stream)
                .mapToLong(Generator.Throughput::errors)
                .sum();
        return closed + latencies.values().stream().mapToLong(Latencies::errors).sum();
    }
}
