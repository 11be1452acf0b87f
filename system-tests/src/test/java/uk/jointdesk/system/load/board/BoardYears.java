package uk.jointdesk.system.load.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Settings;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.Trees;
import uk.jointdesk.local.process.Stay;

/**
 * Five years of tickets, as many as the argument says (1000000 without one), and how long a board waits for what it asks
 * of them: dashboards, other rules, a judgement of everything anew, a pack, and new events to be counted. Each stands
 * beside plain SQL over the raw events on the same server. Prints Markdown as it goes.
 *
 * <p>{@code -Dboard.pull=true} lets kpi-service read everything from the change feed, else its tables are filled too;
 * {@code -Dboard.calls}, {@code -Dboard.seconds} and {@code -Dboard.rate} make its parts shorter or longer.
 */
public final class BoardYears {

    private static final String TICKETS = "1000000";
    private static final boolean PULL = Boolean.getBoolean("board.pull");
    private static final int CALLS = Integer.getInteger("board.calls", 200);
    private static final int SECONDS = Integer.getInteger("board.seconds", 60);
    private static final int RATE = Integer.getInteger("board.rate", 500);
    private static final int RIGHT = 2;
    private static final int WRONG = 3;
    private static final int TRIALS = 5;

    private final Suite suite;
    private final Sql incident;
    private final Sql kpi;
    private final Instant until = Instant.now();
    private final Dashboard dashboard = new Dashboard(LocalDate.ofInstant(until, ZoneId.of("Europe/London")));
    private final Map<String, String> plain = Scripts.named("plain.sql");
    private final Map<String, Double> plainSeconds = new HashMap<>();

    private BoardYears(Suite suite, Ports ports) {
        this.suite = suite;
        this.incident = new Sql(ports.of(Part.POSTGRES), "incident");
        this.kpi = new Sql(ports.of(Part.POSTGRES), "kpi");
    }

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("jointdesk-board-years");
        Ports ports = Ports.free();
        Installation installation = new Installation(root());
        Settings settings = new Settings(data, ports, false, false, Stay.LONG);
        try (Suite suite = Suite.open(installation, settings, BoardYears::say)) {
            suite.start();
            new BoardYears(suite, ports).measure(Long.parseLong(arguments.length == 0 ? TICKETS : arguments[0]));
        } finally {
            Trees.delete(data);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("kpi-service")) ? here : here.getParent();
    }

    private void measure(long tickets) {
        Markdown.head(tickets);
        fill(tickets);
        List.of(Part.GATEWAY, Part.FINANCE).forEach(part -> suite.child(part).kill());
        firstJudged();
        rules();
        dashboards();
        pack();
        lag();
    }

    private void fill(long tickets) {
        suite.child(Part.KPI).kill();
        FiveYears years = new FiveYears(incident, kpi, tickets, until);
        say("filling incident-service");
        double incidentSeconds = Watch.seconds(years::fillIncident);
        long events = incident.number("select count(*) from ticket_event");
        Markdown.filled("incident-service", tickets, events, incidentSeconds);
        if (PULL) {
            say("kpi-service pulls");
            Markdown.pulled(events, Watch.seconds(() -> pulled(tickets)));
        } else {
            say("filling kpi-service");
            Markdown.filled("kpi-service", tickets, events, Watch.seconds(years::fillKpi));
            suite.restart(Part.KPI);
        }
    }

    private void pulled(long tickets) {
        suite.restart(Part.KPI);
        while (kpi.number("select count(*) from ticket_fact") < tickets || !readToEnd()) {
            Watch.pause();
        }
        kpi.run("vacuum analyze");
    }

    private boolean readToEnd() {
        String last = incident.ask("select max(recorded_at) from ticket_event");
        return last.equals(kpi.ask("select as_at from feed_position"));
    }

    private void firstJudged() {
        say("judging everything");
        double first = otherRules().firstJudged();
        kpi.run("vacuum analyze");
        Markdown.row("every ticket judged for the first time", first, null);
    }

    private void rules() {
        say("other rules");
        OtherRules rules = otherRules();
        for (int i = 0; i < TRIALS; i++) {
            Markdown.trial(rules.tried(dashboard.fiveYears()), plain("what-if", dashboard.fiveYears()));
        }
        SteadyEvents events = events();
        double first = rules.inForce(WRONG, events::one);
        Markdown.row("every ticket judged by another target", first, plain("judged anew", dashboard.fiveYears()));
        kpi.run("vacuum analyze");
        Markdown.row("and by the target before", rules.inForce(RIGHT, events::one), null);
        kpi.run("vacuum analyze");
    }

    private void dashboards() {
        say("dashboards");
        Markdown.dashboardHead();
        Crowd crowd = new Crowd(() -> kpi("board"), CALLS);
        for (Dashboard.Question question : dashboard.questions()) {
            Times alone = crowd.asking(question.path(), 1);
            Times four = crowd.asking(question.path(), 4);
            Markdown.dashboard(question.name(), alone, four, plain(question.plain(), question.words()));
        }
    }

    private void pack() {
        say("a pack");
        Dashboard.Span year = dashboard.year();
        Dashboard.Span quarter = new Dashboard.Span(year.to().minusMonths(2), year.to());
        Dashboard.Span before =
                new Dashboard.Span(year.to().minusMonths(5), year.to().minusMonths(3));
        Map<String, String> words = quarter.question("", "", "").words();
        double sql = plain("compliance", words) + plain("volumes", words) + plain("backlog", words);
        BoardPack pack = new BoardPack(kpi("performance"), kpi("board"));
        Markdown.pack(pack.made(quarter, before), pack.made(quarter, before), sql);
    }

    private void lag() {
        say(RATE + " events a second");
        SteadyEvents.Lag lag = events().during(SECONDS, RATE);
        Markdown.lag(lag, plain("figure of the feed", dashboard.year()));
    }

    private double plain(String name, Dashboard.Span span) {
        return plain(name, span.question("", "", "").words());
    }

    /** Each statement is run once for its dates: at this size nobody waits for it twice. */
    private double plain(String name, Map<String, String> words) {
        return plainSeconds.computeIfAbsent(
                name + words, any -> incident.seconds(plain.get("life"), Scripts.filled(plain.get(name), words)));
    }

    private OtherRules otherRules() {
        return new OtherRules(incident("auditor"), kpi("board"), incident, kpi);
    }

    private SteadyEvents events() {
        return new SteadyEvents(incident("desk"), kpi("board"), incident);
    }

    private Client incident(String name) {
        return new Client(suite.url(Part.INCIDENT), () -> suite.token(name));
    }

    private Client kpi(String name) {
        return new Client(suite.url(Part.KPI), () -> suite.token(name));
    }

    private static void say(String line) {
        System.out.println(Instant.now() + "  " + line);
    }
}
