package uk.jointdesk.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Settings;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.Trees;
import uk.jointdesk.local.http.Http;
import uk.jointdesk.local.process.Stay;

/**
 * The mixed day of one borough against incident-service with so many tickets in its tables as the arguments say (100000
 * and 1000000 without any), and how the service's opening of tickets compares with PostgreSQL doing the same by itself.
 * Prints Markdown. {@code -Dload.seconds=10} makes every part of it shorter, to see whether it runs.
 */
public final class MixedDay {

    private static final List<String> SIZES = List.of("100000", "1000000");
    private static final int SECONDS = Integer.getInteger("load.seconds", 30);
    private static final int SHORT = Math.max(5, SECONDS / 2);
    /** Tickets raised each second, and times that somebody looks for something. */
    private static final int LIVES = Integer.getInteger("load.lives", 5);

    private static final int LOOKS = Integer.getInteger("load.looks", 12);
    private static final String NEW_TICKET = "{\"partner\":\"LBL\",\"type\":\"INCIDENT\",\"priority\":\"P3\","
            + "\"title\":\"Laptop does not start\",\"description\":\"Restarting made no difference.\","
            + "\"category\":\"Hardware/Laptop\",\"queue\":\"Service Desk\"}";

    private final Http http = new Http();
    private final Suite suite;
    private final Ports ports;
    private final LoadDatabase database;
    private final Pgbench pgbench;

    private MixedDay(Suite suite, Ports ports, Path data) {
        this.suite = suite;
        this.ports = ports;
        this.database = new LoadDatabase(ports.of(Part.POSTGRES));
        this.pgbench = new Pgbench(database, data.resolve("logs/postgresql.log"), data);
    }

    public static void main(String[] arguments) throws IOException {
        List<Sized> results = new ArrayList<>();
        for (String size : arguments.length == 0 ? SIZES : Arrays.asList(arguments)) {
            results.add(measured(Long.parseLong(size)));
            System.out.println(Report.of(results));
        }
        // Hyperfoil's threads have nothing more to do, and nothing would end them.
        System.exit(0);
    }

    /** In a suite of its own, or what the measurement before has raised would lie on top of every list. */
    private static Sized measured(long tickets) throws IOException {
        Path data = Files.createTempDirectory("jointdesk-mixed-day");
        Ports ports = Ports.free();
        Settings settings = new Settings(data, ports, false, false, Stay.LONG);
        try (Suite suite = Suite.open(new Installation(root()), settings, line -> say(line))) {
            suite.start();
            List.of(Part.GATEWAY, Part.FINANCE, Part.KPI)
                    .forEach(part -> suite.child(part).kill());
            return new MixedDay(suite, ports, data).measure(tickets);
        } finally {
            Trees.delete(data);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("incident-service")) ? here : here.getParent();
    }

    /** What was measured with so many tickets in the tables. */
    record Sized(long tickets, Day day, int seconds, int creationSeconds, double opensPerSecond) {}

    private Sized measure(long tickets) {
        say("filling up to " + tickets + " tickets");
        database.fillUpTo(tickets, Instant.now());
        say("filled; a mixed day");
        Day day = Day.lived(words(tickets));
        say("the same SQL by pgbench");
        double opensPerSecond = pgbench.opensPerSecond(this::open, SHORT);
        return new Sized(tickets, day, SECONDS, SHORT, opensPerSecond);
    }

    private Map<String, String> words(long tickets) {
        Map<String, String> words = new HashMap<>();
        words.put("port", Integer.toString(ports.of(Part.INCIDENT)));
        words.put("council", suite.token("lbl-client"));
        words.put("desk", suite.token("desk"));
        words.put("tickets", Long.toString(tickets));
        words.put("ofCouncil", Long.toString(database.ticketsOf("LBL")));
        words.put("lives", Integer.toString(LIVES));
        words.put("looks", Integer.toString(LOOKS));
        words.put("warmUp", SHORT + "s");
        words.put("duration", SECONDS + "s");
        words.put("creation", SHORT + "s");
        words.put("newTicket", NEW_TICKET);
        return words;
    }

    private String open() {
        JsonNode ticket = http.post(
                suite.url(Part.INCIDENT) + "/api/v1/tickets",
                suite.token("desk"),
                "application/json",
                null,
                BodyPublishers.ofString(NEW_TICKET));
        return ticket.path("reference").asText();
    }

    private static void say(String line) {
        System.out.println(Instant.now() + "  " + line);
    }
}
