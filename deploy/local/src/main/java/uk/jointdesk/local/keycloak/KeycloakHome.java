package uk.jointdesk.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.CannotStart;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.JavaProgram;
import uk.jointdesk.local.process.Register;
import uk.jointdesk.local.process.Stay;

/** The unpacked distribution of Keycloak, built once for the options the local start uses. */
final class KeycloakHome {

    /** What a service desk's demo never uses is left out, because every feature costs time at every start. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=dev-file",
            "--cache=local",
            "--features-disabled=kerberos,ciba,device-flow,organization,oid4vc-vci,par,docker,scim-api,workflows,"
                    + "identity-brokering-api,twitter-broker,instagram-broker,admin-fine-grained-authz,authorization");

    private static final String REALM = "/keycloak/jointdesk-realm.json";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;

    KeycloakHome(Path home) {
        this.home = home;
    }

    /** Puts the realm where Keycloak imports from and builds the server; says whether a build was needed. */
    boolean prepare(Path log, Register register) {
        Path stamp = home.resolveSibling("build.stamp");
        try (FileChannel channel = FileChannel.open(
                        home.resolveSibling("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            placeRealm();
            if (lock.isValid() && Files.exists(stamp) && Files.readString(stamp).equals(BUILD.toString())) {
                return false;
            }
            build(log, register);
            Files.writeString(stamp, BUILD.toString());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Keycloak in " + home, e);
        }
    }

    private void placeRealm() throws IOException {
        Path imported = home.resolve("data/import/jointdesk-realm.json");
        byte[] realm = realm();
        if (!Files.exists(imported) || !MessageDigest.isEqual(Files.readAllBytes(imported), realm)) {
            Files.createDirectories(imported.getParent());
            Files.write(imported, realm);
        }
    }

    private void build(Path log, Register register) {
        Child.Command command = new Child.Command("Keycloak build", line(BUILD), Map.of(), home);
        Child build = Child.start(command, log, register);
        build.awaitEnd(PATIENCE);
        if (build.exitCode() != 0) {
            throw new CannotStart("Keycloak could not be built, see " + log);
        }
    }

    /** The command line of {@code kc.sh}, without the shell between us and the process to stop. */
    List<String> line(List<String> options) {
        List<String> jvm = new ArrayList<>(Stay.BRIEF.jvm());
        jvm.addAll(List.of("-Xms64m", "-Xmx512m", "-XX:MaxMetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError"));
        jvm.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            jvm.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        jvm.add("-Dkc.home.dir=" + home);
        jvm.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        jvm.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        jvm.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        List<String> program = new ArrayList<>(
                List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        program.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        program.addAll(options);
        return JavaProgram.line(jvm, program);
    }

    String realmDigest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(realm());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] realm() {
        try (InputStream stream = KeycloakHome.class.getResourceAsStream(REALM)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
