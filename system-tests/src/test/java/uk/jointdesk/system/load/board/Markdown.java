package uk.jointdesk.system.load.board;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as rows for docs/benchmarks.md. */
final class Markdown {

    private Markdown() {}

    static void head(long tickets) {
        line("\n%,d tickets\n", tickets);
        line("| what | kpi-service | plain SQL over raw events |\n|---|---|---|");
    }

    static void filled(String service, long tickets, long events, double seconds) {
        line("| filling %s: %,d tickets, %,d events | %.0f s | |", service, tickets, events, seconds);
    }

    static void pulled(long events, double seconds) {
        line("| %,d events pulled from the feed | %.0f s, %.0f a second | |", events, seconds, events / seconds);
    }

    static void row(String what, double seconds, Double plain) {
        line("| %s | %.1f s | %s |", what, seconds, plain(plain));
    }

    static void trial(OtherRules.Trial trial, double plain) {
        line(
                "| what-if over five years: %,d tickets judged, %,d by their events, %,d changed | %.2f s | %s |",
                trial.judged(), trial.askedTheClock(), trial.changed(), trial.seconds(), plain(plain));
    }

    static void dashboardHead() {
        line("\n| dashboard | 1 client p50 | p99 | 4 clients p50 | p99 | plain SQL over raw events |");
        line("|---|---|---|---|---|---|");
    }

    static void dashboard(String name, Times alone, Times four, double plain) {
        line(
                "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %s |",
                name, alone.millisAt(50), alone.millisAt(99), four.millisAt(50), four.millisAt(99), plain(plain));
    }

    /** The first pack after a start pays for reading fonts and for compiling what writes PDF. */
    static void pack(Map<String, Double> first, Map<String, Double> second, double plain) {
        line("\n| a pack of a quarter | each step | plain SQL of its sections |\n|---|---|---|");
        line("| the first one after a start | %s | %s |", steps(first), plain(plain));
        line("| the next one | %s | %s |", steps(second), plain(plain));
    }

    private static String steps(Map<String, Double> seconds) {
        return seconds.entrySet().stream()
                .map(step -> String.format(Locale.ROOT, "%s %.2f s", step.getKey(), step.getValue()))
                .collect(Collectors.joining(", "));
    }

    static void lag(SteadyEvents.Lag lag, double plain) {
        line("\n| events | a second | lag | p50 | p99 | the same count by plain SQL |\n|---|---|---|---|---|---|");
        lagRow(lag, "from the answer of the import", lag.fromAnswer(), plain);
        lagRow(lag, "from the record of the event", lag.fromRecord(), plain);
        lagRow(lag, "the figure itself, asked meanwhile", lag.figure(), plain);
    }

    private static void lagRow(SteadyEvents.Lag lag, String what, Times times, double plain) {
        line(
                "| %,d | %.0f | %s | %.0f ms | %.0f ms | %s |",
                lag.events(), lag.eventsPerSecond(), what, times.millisAt(50), times.millisAt(99), plain(plain));
    }

    private static String plain(Double seconds) {
        if (seconds == null) {
            return "";
        }
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
