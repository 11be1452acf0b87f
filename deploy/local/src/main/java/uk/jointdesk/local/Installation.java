package uk.jointdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the built suite lies: a checkout after {@code ./mvnw package}. */
public record Installation(Path root) {

    /** Throws {@link CannotStart} when a module has not been built. */
    public Path serviceJar(String module) {
        return existing(root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The unpacked distribution, whatever its version. */
    public Path keycloak() {
        Path unpacked = existing(root.resolve("deploy/local/target/keycloak"));
        try (Stream<Path> content = Files.list(unpacked)) {
            return content.filter(path -> Files.exists(path.resolve("version.txt")))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("There is no Keycloak in " + unpacked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where PostgreSQL's programs are unpacked to. */
    public Path postgresBinaries() {
        return root.resolve("deploy/local/target/postgres");
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new CannotStart(path + " is missing: build first (./run does, or ./mvnw package).");
        }
        return path;
    }
}
