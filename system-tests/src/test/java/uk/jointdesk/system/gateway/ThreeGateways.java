package uk.jointdesk.system.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.Register;
import uk.jointdesk.local.process.Stay;
import uk.jointdesk.local.service.QuarkusService;

/** Three more gateways in front of the running suite, with one small quota for everybody's reads. */
final class ThreeGateways implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 192;
    private static final List<Part> PORTS = List.of(Part.GATEWAY, Part.INCIDENT, Part.KPI);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Child> children = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    ThreeGateways(Suite suite, int readsAMinute) throws IOException, InterruptedException {
        Path jar = new Installation(Path.of("..").toAbsolutePath().normalize()).serviceJar("gateway");
        Map<String, String> environment = Map.of(
                "JOINTDESK_HOST", "127.0.0.1",
                "JOINTDESK_ISSUER", suite.issuer(),
                "JOINTDESK_INCIDENT_URL", suite.url(Part.INCIDENT),
                "JOINTDESK_KPI_URL", suite.url(Part.KPI),
                "JOINTDESK_FINANCE_URL", suite.url(Part.FINANCE),
                "JOINTDESK_DB_URL",
                        "jdbc:postgresql://127.0.0.1:"
                                + URI.create(suite.url(Part.POSTGRES)).getPort() + "/gateway",
                "JOINTDESK_READS_A_MINUTE", Integer.toString(readsAMinute),
                "JOINTDESK_ACCESS_LOG",
                        suite.dataDir().path().resolve("logs/three.log").toString());
        Ports ports = Ports.free();
        Register register = new Register(suite.dataDir().child("three-gateways"));
        for (Part part : PORTS) {
            String name = "gateway-" + addresses.size();
            QuarkusService gateway =
                    new QuarkusService(name, jar, ports.of(part), HEAP_MEGABYTES, Stay.BRIEF, environment);
            children.add(gateway.start(suite.dataDir(), register));
            addresses.add(URI.create("http://127.0.0.1:" + ports.of(part)));
        }
        for (URI address : addresses) {
            awaitReady(address.resolve("/q/health/ready"));
        }
    }

    List<URI> addresses() {
        return List.copyOf(addresses);
    }

    private void awaitReady(URI readiness) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(readiness)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(readiness + " is not ready");
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady(URI readiness) throws InterruptedException {
        try {
            HttpRequest ask = HttpRequest.newBuilder(readiness).build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        children.forEach(Child::askToStop);
        children.forEach(child -> child.awaitEnd(Duration.ofSeconds(20)));
    }
}
