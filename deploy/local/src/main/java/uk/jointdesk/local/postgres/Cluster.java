package uk.jointdesk.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import uk.jointdesk.local.CannotStart;
import uk.jointdesk.local.DataDir;
import uk.jointdesk.local.Trees;
import uk.jointdesk.local.process.Ending;

/** PostgreSQL 18 with its own data directory that survives restarts, durable like a real one. */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;

    private Cluster(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Starts the server; {@code binaries} is where its programs are unpacked to, once for all data directories. */
    public static Cluster start(DataDir dataDir, Path binaries, int port) {
        Path data = dataDir.child("postgres");
        discardHalfMade(data);
        try {
            EmbeddedPostgres server = builder(dataDir, data, port)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .start();
            Files.writeString(complete(data), "initialised");
            return new Cluster(server, data);
        } catch (IOException | IllegalStateException e) {
            Path log = dataDir.child("logs/postgresql.log");
            throw new CannotStart("PostgreSQL did not start: " + lastLine(log) + " See " + log, e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataDir dataDir, Path data, int port) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(dataDir.freshLog("postgresql").toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // The library's own defaults give durability away for speed.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Services connect over TCP; a socket would lie in /tmp, where any user's file can be in the way.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing." : lines.get(lines.size() - 1) + ".";
        } catch (IOException e) {
            return "it left no log.";
        }
    }

    /** The server's own superuser, for what no service may do: making roles and databases. */
    public DataSource superuser() {
        return server.getPostgresDatabase();
    }

    /** Stops at once but tidily: open transactions are rolled back, nothing committed is lost. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            // The library waits five seconds only; a big last checkpoint takes longer and still ends well.
            endLeftover(data);
        }
        endLeftover(data);
    }

    /** A server that outlived its launcher still holds the directory; it is asked to stop before the next starts. */
    public static void endLeftover(DataDir dataDir) {
        endLeftover(dataDir.child("postgres"));
    }

    private static void endLeftover(Path data) {
        running(data).ifPresent(server -> {
            interrupt(server.pid());
            Ending.await(server, () -> !Files.exists(data.resolve("postmaster.pid")), PATIENCE);
        });
    }

    private static Optional<ProcessHandle> running(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            return ProcessHandle.of(pid).filter(Cluster::isPostgres);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; Java itself can only send TERM, which waits for every client. */
    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A first start killed before the directory was whole leaves something PostgreSQL cannot open. */
    private static void discardHalfMade(Path data) {
        if (Files.exists(data) && !Files.exists(complete(data))) {
            Trees.delete(data);
        }
    }

    private static Path complete(Path data) {
        return data.resolveSibling("postgres.complete");
    }
}
