package uk.jointdesk.system.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.Register;
import uk.jointdesk.local.process.Stay;
import uk.jointdesk.local.service.QuarkusService;
import uk.jointdesk.local.service.Services;
import uk.jointdesk.system.suite.Eventually;

/** One more gateway and one more incident-service on the databases of the running suite, every request traced. */
final class TracedPair implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Child> children = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Suite suite;
    private final Ports ports = Ports.free();
    private final Path accessLog;

    TracedPair(Suite suite, String collector) throws IOException {
        this.suite = suite;
        this.accessLog = suite.dataDir().path().resolve("logs/traced-access.log");
        Files.deleteIfExists(accessLog);
        Register register = new Register(suite.dataDir().child("traced"));
        start(register, Part.INCIDENT, "incident-service", "incident", 512, collector);
        start(register, Part.GATEWAY, "gateway", "gateway", 256, collector);
    }

    private void start(Register register, Part part, String module, String database, int heap, String collector) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JOINTDESK_HOST", "127.0.0.1");
        environment.put("JOINTDESK_ISSUER", suite.issuer());
        environment.put("JOINTDESK_AUDIENCE", Services.AUDIENCE);
        environment.put("JOINTDESK_INCIDENT_URL", "http://127.0.0.1:" + ports.of(Part.INCIDENT));
        environment.put("JOINTDESK_KPI_URL", suite.url(Part.KPI));
        environment.put("JOINTDESK_FINANCE_URL", suite.url(Part.FINANCE));
        environment.put(
                "JOINTDESK_DB_URL",
                "jdbc:postgresql://127.0.0.1:"
                        + URI.create(suite.url(Part.POSTGRES)).getPort() + "/" + database);
        environment.put("JOINTDESK_ACCESS_LOG", accessLog.toString());
        environment.put("JOINTDESK_TRACES", collector);
        environment.put("JOINTDESK_TRACES_PROTOCOL", "http/protobuf");
        environment.put("JOINTDESK_TRACES_SHARE", "1");
        Path jar = new Installation(Path.of("..").toAbsolutePath().normalize()).serviceJar(module);
        QuarkusService service =
                new QuarkusService("traced-" + module, jar, ports.of(part), heap, Stay.BRIEF, environment);
        children.add(service.start(suite.dataDir(), register));
        Eventually.becomes(() -> status(service.readiness(), Map.of()), status -> status == 200, PATIENCE);
    }

    /** Asks the traced gateway; the status of its answer, or 0 if there is none. */
    int get(String path, Map<String, String> headers) {
        return status("http://127.0.0.1:" + ports.of(Part.GATEWAY) + path, headers);
    }

    private int status(String address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The line of the access log that names this request. */
    Optional<String> logged(String requestId) {
        try {
            return Files.exists(accessLog)
                    ? Files.readAllLines(accessLog).stream()
                            .filter(line -> line.contains(requestId))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        children.forEach(Child::askToStop);
        children.forEach(child -> child.awaitEnd(Duration.ofSeconds(20)));
    }
}
