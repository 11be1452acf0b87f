package uk.jointdesk.system.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Api;

/** The suite's processes from outside: what they write, what they hold, whether they are ready. */
final class Processes {

    static final List<Part> SERVICES = List.of(Part.GATEWAY, Part.INCIDENT, Part.KPI, Part.FINANCE);

    /** A level of the services' logs, or a line of a stack. */
    private static final Pattern TROUBLE =
            Pattern.compile("^\\S+ (ERROR|FATAL) .*|^\\s+at [\\w.$/]+\\(.*|.*OutOfMemory.*");

    /** Statements that a value has broken; refusals by constraints are part of the services' lives. */
    private static final Pattern BROKEN_STATEMENT = Pattern.compile(".*ERROR: +(syntax error|unterminated|invalid |"
            + "operator does not exist|column .* does not exist|relation .* does not exist|function .* does not exist|"
            + "value too long|.*out of range|malformed|could not determine|unsupported Unicode).*");

    private final Suite suite;
    private final Map<Part, Long> begins = new EnumMap<>(Part.class);

    Processes(Suite suite) {
        this.suite = suite;
        SERVICES.forEach(part -> begins.put(part, size(suite.child(part).log())));
        begins.put(Part.POSTGRES, size(statements()));
    }

    private Path statements() {
        return suite.dataDir().child("logs/postgresql.log");
    }

    List<Part> notReady(Api api) {
        return SERVICES.stream()
                .filter(part -> !suite.child(part).alive()
                        || api.nobody()
                                        .direct(suite.url(part) + "/q/health/ready")
                                        .status()
                                != 200)
                .toList();
    }

    /** Lines that a process has written since the beginning and that tell of trouble. */
    List<String> trouble() {
        return SERVICES.stream()
                .flatMap(part -> lines(suite.child(part).log(), begins.get(part), TROUBLE).stream()
                        .map(line -> part + ": " + line))
                .toList();
    }

    List<String> brokenStatements() {
        return lines(statements(), begins.get(Part.POSTGRES), BROKEN_STATEMENT);
    }

    /** Bytes of what is still in use, counted in a full collection. */
    Map<Part, Long> held() {
        Map<Part, Long> held = new EnumMap<>(Part.class);
        SERVICES.forEach(part -> held.put(part, heldBy(suite.child(part).pid())));
        return held;
    }

    private static long heldBy(long pid) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process counting = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String told = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return told.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing was counted: " + told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> troubleIn(List<String> lines) {
        return lines.stream().filter(line -> TROUBLE.matcher(line).matches()).toList();
    }

    static List<String> brokenStatementsIn(List<String> lines) {
        return lines.stream()
                .filter(line -> BROKEN_STATEMENT.matcher(line).matches())
                .toList();
    }

    private static List<String> lines(Path log, long from, Pattern telling) {
        try {
            byte[] all = Files.readAllBytes(log);
            int begin = (int) Math.min(from, all.length);
            return new String(all, begin, all.length - begin, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> telling.matcher(line).matches())
                    .distinct()
                    .limit(50)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
