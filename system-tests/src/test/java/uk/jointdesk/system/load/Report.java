package uk.jointdesk.system.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.jointdesk.system.load.MixedDay.Sized;

/** The figures as tables for docs/benchmarks.md. */
final class Report {

    private Report() {}

    static String of(List<Sized> results) {
        StringBuilder text = new StringBuilder("\n| tickets | operation | calls | a second | p50 | p99 | errors |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Sized result : results) {
            operations(result).forEach((name, all) -> text.append(row(result, name, all)));
        }
        text.append(
                "\n| tickets | opened by HTTP | the same SQL by pgbench | ratio | errors |\n|---|---|---|---|---|\n");
        results.forEach(result -> text.append(creation(result)));
        if (results.size() > 1) {
            text.append("\n| operation | p50 | p99 |\n|---|---|---|\n");
            growth(results.get(0), results.get(results.size() - 1), text);
        }
        return text.toString();
    }

    private static Map<String, Measured> operations(Sized result) {
        Map<String, Measured> operations = new TreeMap<>(result.day().phase("looks"));
        result.day().phase("lives").forEach((name, measured) -> operations.merge(name, measured, Measured::with));
        return operations;
    }

    private static String row(Sized result, String name, Measured all) {
        return line(
                "| %,d | %s | %,d | %.1f | %.1f ms | %.1f ms | %d |",
                result.tickets(),
                name,
                all.count(),
                (double) all.count() / result.seconds(),
                all.millisAt(50),
                all.millisAt(99),
                all.errors());
    }

    private static String creation(Sized result) {
        Measured created = result.day().phase("creation").get("create");
        double rate = (double) created.count() / result.creationSeconds();
        return line(
                "| %,d | %.0f a second | %.0f a second | %.2f | %d |",
                result.tickets(), rate, result.opensPerSecond(), rate / result.opensPerSecond(), created.errors());
    }

    /** How many times as long each operation takes with the most tickets as with the fewest. */
    private static void growth(Sized fewest, Sized most, StringBuilder text) {
        Map<String, Measured> before = operations(fewest);
        operations(most)
                .forEach((name, now) -> text.append(line(
                        "| %s | x %.2f | x %.2f |",
                        name,
                        now.millisAt(50) / before.get(name).millisAt(50),
                        now.millisAt(99) / before.get(name).millisAt(99))));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
