package uk.jointdesk.system.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import uk.jointdesk.local.service.Services;

/** More gateways in front of the running suite, at most three, with settings of their own. */
final class MoreGateways implements AutoCloseable {

    /** As much as the suite gives its own. */
    static final int HEAP_MEGABYTES = 384;

    private static final List<Part> PORTS = List.of(Part.GATEWAY, Part.INCIDENT, Part.KPI);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Child> children = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param name what they are for, in the names of their logs
     * @param told environment variables, on top of what every gateway of the suite is told
     */
    MoreGateways(Suite suite, String name, int replicas, Map<String, String> told)
            throws IOException, InterruptedException {
        Path jar = new Installation(Path.of("..").toAbsolutePath().normalize()).serviceJar("gateway");
        Map<String, String> environment = environment(suite, name);
        environment.putAll(told);
        Ports ports = Ports.free();
        Register register = new Register(suite.dataDir().child("gateways-" + name));
        for (Part part : PORTS.subList(0, replicas)) {
            QuarkusService gateway = new QuarkusService(
                    "gateway-" + name + "-" + addresses.size(),
                    jar,
                    ports.of(part),
                    HEAP_MEGABYTES,
                    Stay.BRIEF,
                    environment);
            children.add(gateway.start(suite.dataDir(), register));
            addresses.add(URI.create("http://127.0.0.1:" + ports.of(part)));
        }
        for (URI address : addresses) {
            awaitReady(address.resolve("/q/health/ready"));
        }
    }

    static Map<String, String> environment(Suite suite, String name) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JOINTDESK_HOST", "127.0.0.1");
        environment.put("JOINTDESK_ISSUER", suite.issuer());
        environment.put("JOINTDESK_AUDIENCE", Services.AUDIENCE);
        environment.put("JOINTDESK_INCIDENT_URL", suite.url(Part.INCIDENT));
        environment.put("JOINTDESK_KPI_URL", suite.url(Part.KPI));
        environment.put("JOINTDESK_FINANCE_URL", suite.url(Part.FINANCE));
        environment.put(
                "JOINTDESK_DB_URL",
                "jdbc:postgresql://127.0.0.1:"
                        + URI.create(suite.url(Part.POSTGRES)).getPort() + "/gateway");
        environment.put(
                "JOINTDESK_ACCESS_LOG",
                suite.dataDir().path().resolve("logs/" + name + ".access.log").toString());
        return environment;
    }

    List<URI> addresses() {
        return List.copyOf(addresses);
    }

    /** The first of them. */
    URI address() {
        return addresses.get(0);
    }

    long pid() {
        return children.get(0).pid();
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
