package uk.jointdesk.system.load.door;

import java.util.List;
import java.util.Locale;

/** The figures as tables for docs/benchmarks.md. */
final class DoorReport {

    private final Way direct;
    private final Way nginx;
    private final Way gateway;

    DoorReport(Way direct, Way nginx, Way gateway) {
        this.direct = direct;
        this.nginx = nginx;
        this.gateway = gateway;
    }

    String of(List<Measurement> all) {
        StringBuilder text =
                new StringBuilder("\n| operation | service alone, a second | nginx | gateway | gateway to nginx"
                        + " | least and most of a round | errors |\n|---|---|---|---|---|---|---|\n");
        all.forEach(each -> text.append(throughput(each)));
        text.append("\n| operation | a second | service alone p50 | p99 | nginx p50 | p99 | gateway p50 | p99 |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        all.forEach(each -> text.append(latencies(each)));
        text.append("\n| operation | added to nginx p50 | p99 | added to the service alone p50 | p99 |\n");
        text.append("|---|---|---|---|---|\n");
        all.forEach(each -> text.append(added(each)));
        return text.toString();
    }

    private String throughput(Measurement each) {
        List<Double> rounds = each.ratios(gateway, nginx);
        return line(
                "| %s | %.0f | %.0f | %.0f | %.2f | %.2f to %.2f | %d |",
                each.question(),
                each.throughput(direct).aSecond(),
                each.throughput(nginx).aSecond(),
                each.throughput(gateway).aSecond(),
                each.ratio(gateway, nginx),
                rounds.get(0),
                rounds.get(rounds.size() - 1),
                each.errors());
    }

    private String latencies(Measurement each) {
        return line(
                "| %s | %.0f | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms |",
                each.question(),
                each.rate(nginx, gateway),
                millis(each, direct, 50),
                millis(each, direct, 99),
                millis(each, nginx, 50),
                millis(each, nginx, 99),
                millis(each, gateway, 50),
                millis(each, gateway, 99));
    }

    private String added(Measurement each) {
        return line(
                "| %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms |",
                each.question(),
                added(each, nginx, 50),
                added(each, nginx, 99),
                added(each, direct, 50),
                added(each, direct, 99));
    }

    private double added(Measurement each, Way to, int percentile) {
        return millis(each, gateway, percentile) - millis(each, to, percentile);
    }

    private static double millis(Measurement each, Way way, int percentile) {
        return each.latencies(way).millisAt(percentile);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
