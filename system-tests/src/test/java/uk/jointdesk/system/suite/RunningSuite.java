package uk.jointdesk.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Settings;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.Trees;
import uk.jointdesk.local.process.Stay;

/**
 * One start of the suite for all tests of a run, on free ports, with fresh data and the demo histories. With
 * {@code -Dsystem.data=<directory>} the data stays there for the next run, which then starts in half a minute; the test
 * of crashes wants fresh data.
 */
public final class RunningSuite implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Suite.class || type == Api.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
        return parameter.getParameter().getType() == Api.class ? shared.api : shared.suite;
    }

    /** Closed by JUnit after the last test. */
    private record Shared(Suite suite, Api api, Path data, boolean kept) implements AutoCloseable {

        static Shared start() {
            String kept = System.getProperty("system.data");
            Path data = kept == null ? temporary() : Path.of(kept);
            Installation installation =
                    new Installation(Path.of("..").toAbsolutePath().normalize());
            long began = System.nanoTime();
            Suite suite = Suite.open(
                    installation,
                    new Settings(data, Ports.free(), false, true, Stay.BRIEF),
                    line -> System.out.printf("%5.1f s  %s%n", (System.nanoTime() - began) / 1e9, line));
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
            try {
                suite.start();
            } catch (RuntimeException e) {
                suite.close();
                throw e;
            }
            return new Shared(suite, new Api(suite), data, kept != null);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("jointdesk-system");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            suite.close();
            keepLogs();
            if (!kept) {
                Trees.delete(data);
            }
        }

        private void keepLogs() {
            Path logs = Path.of("target", "suite-logs");
            Trees.delete(logs);
            try (var files = Files.list(data.resolve("logs"))) {
                Files.createDirectories(logs);
                for (Path file : files.toList()) {
                    Files.copy(file, logs.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
