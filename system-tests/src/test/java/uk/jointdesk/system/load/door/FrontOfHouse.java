package uk.jointdesk.system.load.door;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Settings;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.Trees;
import uk.jointdesk.local.http.Http;
import uk.jointdesk.local.process.Stay;

/** A suite of its own to measure at: PostgreSQL, Keycloak, incident-service and the gateway, and some tickets. */
final class FrontOfHouse implements AutoCloseable {

    static final String NEW_TICKET = "{\"partner\":\"LBL\",\"type\":\"INCIDENT\",\"priority\":\"P3\","
            + "\"title\":\"Laptop does not start\",\"description\":\"Restarting made no difference.\","
            + "\"category\":\"Hardware/Laptop\",\"queue\":\"Service Desk\"}";

    private final Http http = new Http();
    private final Path data;
    private final Suite suite;

    private FrontOfHouse(Path data, Suite suite) {
        this.data = data;
        this.suite = suite;
    }

    /** Quotas are counted as ever, but must not end a measurement. */
    static FrontOfHouse open() throws IOException {
        if (Stream.of("JOINTDESK_READS_A_MINUTE", "JOINTDESK_WRITES_A_MINUTE")
                .anyMatch(name -> System.getenv(name) == null)) {
            throw new IllegalStateException("Set JOINTDESK_READS_A_MINUTE and JOINTDESK_WRITES_A_MINUTE to 60000000,"
                    + " or the quotas will refuse what is measured.");
        }
        Path data = Files.createTempDirectory("jointdesk-door");
        Settings settings = new Settings(data, Ports.free(), false, false, Stay.LONG);
        Suite suite = Suite.open(new Installation(root()), settings, FrontOfHouse::say);
        FrontOfHouse house = new FrontOfHouse(data, suite);
        try {
            suite.start();
            List.of(Part.FINANCE, Part.KPI).forEach(part -> suite.child(part).kill());
            return house;
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("incident-service")) ? here : here.getParent();
    }

    Suite suite() {
        return suite;
    }

    /** A directory that goes when the house is closed. */
    Path directory(String name) {
        return data.resolve(name);
    }

    /** Raises tickets, each partner's by its own client, and tells their references. */
    List<String> tickets(String client, String partner, int many) {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            references.add(http.post(
                            suite.url(Part.INCIDENT) + "/api/v1/tickets",
                            suite.token(client),
                            "application/json",
                            null,
                            BodyPublishers.ofString(NEW_TICKET.replace("\"LBL\"", "\"" + partner + "\"")))
                    .path("reference")
                    .asText());
        }
        return references;
    }

    static void say(String line) {
        System.out.println(Instant.now() + "  " + line);
    }

    @Override
    public void close() {
        suite.close();
        Trees.delete(data);
    }
}
