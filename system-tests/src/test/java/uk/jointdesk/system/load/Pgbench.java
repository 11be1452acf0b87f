package uk.jointdesk.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How often a second PostgreSQL itself does what opening a ticket asks of it: the statements are written down while the
 * service opens tickets, and pgbench repeats them on the same server with as many clients.
 */
final class Pgbench {

    static final int CLIENTS = 16;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final int LISTENINGS = 3;

    private final LoadDatabase database;
    private final Path log;
    private final Path work;
    private final Path program = program();

    /**
     * @param log PostgreSQL's
     * @param work where the script is left, to be looked at
     */
    Pgbench(LoadDatabase database, Path log, Path work) {
        this.database = database;
        this.log = log;
        this.work = work;
    }

    /** @param open opens a ticket by HTTP and tells its reference */
    double opensPerSecond(Supplier<String> open, int seconds) {
        return rate(write(open), seconds);
    }

    /**
     * Listens to several tickets being opened. A transaction that is not of every one of them is of somebody else, such
     * as the worker that looks for imports.
     */
    private Path write(Supplier<String> open) {
        database.superuser("alter system set log_statement = 'all'");
        database.superuser("select pg_reload_conf()");
        pause();
        List<List<List<Spoken>>> heard = new ArrayList<>();
        String reference = null;
        for (int i = 0; i < LISTENINGS; i++) {
            long from = size();
            reference = open.get();
            pause();
            heard.add(Spoken.transactions(logFrom(from)));
        }
        database.superuser("alter system reset log_statement");
        database.superuser("select pg_reload_conf()");
        List<List<Spoken>> last = heard.get(LISTENINGS - 1).stream()
                .filter(transaction -> heard.stream().allMatch(all -> saysAny(all, transaction)))
                .toList();
        return script(new PgbenchScript(reference, database.columnTypes()).of(last));
    }

    private static boolean saysAny(List<List<Spoken>> all, List<Spoken> transaction) {
        List<String> wanted = transaction.stream().map(Spoken::sql).toList();
        return all.stream()
                .anyMatch(said -> said.stream().map(Spoken::sql).toList().equals(wanted));
    }

    private Path script(String text) {
        if (!text.contains("insert into ticket ")) {
            throw new IllegalStateException("the log does not show a ticket being opened: " + text);
        }
        try {
            return Files.writeString(work.resolve("open-a-ticket.pgbench.sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double rate(Path script, int seconds) {
        List<String> command = List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=incident_app",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script,
                "incident");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "incident_app");
        try {
            String said = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(said);
            if (!rate.find() || said.contains("ERROR")) {
                throw new IllegalStateException("pgbench says: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Debian keeps one per version of PostgreSQL; the newest is as good as any. */
    private static Path program() {
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            Optional<Path> found = versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
            return found.orElseThrow(() -> new IllegalStateException("There is no pgbench under " + debian
                    + ": install PostgreSQL's server package (Debian: postgresql-contrib brings it along)."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String logFrom(long from) {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL takes a moment to hear of a setting, and to write what it was told. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
