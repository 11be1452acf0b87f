package uk.jointdesk.kpi.suite;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The tickets that the tests of the measures ask about, February to June 2024; all of them in queues of their own, so
 * that no other test's tickets stand among them.
 */
@ApplicationScoped
public class Spring2024 {

    /** Queues, as a query names them. */
    public static final String QUEUES = "&queue=Spring%20desk&queue=Spring%20applications&queue=Application%20team%20S";

    private static final String DESK = "Spring desk";

    private final Stage stage;
    private boolean played;

    public Spring2024(Stage stage) {
        this.stage = stage;
    }

    public synchronized void play() {
        if (played) {
            return;
        }
        played = true;
        List<String> lines = new ArrayList<>();
        serious().forEach(ticket -> lines.addAll(ticket.lines()));
        categories().forEach(ticket -> lines.addAll(ticket.lines()));
        times().forEach(ticket -> lines.addAll(ticket.lines()));
        others().forEach(ticket -> lines.addAll(ticket.lines()));
        stage.play(lines);
    }

    /** Three P1: answered and resolved in time, both late, and resolved without a word after a weekend. */
    private static List<Told> serious() {
        return List.of(
                at("SPR-P1A", "LBB", "P1", "2024-02-05T09:00:00Z")
                        .then("RESPONDED", "2024-02-05T09:20:00Z")
                        .then("RESOLVED", "2024-02-05T10:30:00Z"),
                Told.of("SPR-P1B")
                        .logged("LBL", "P1", "2024-02-06T09:00:00Z", "Spring applications", "LBL", "Payroll")
                        .then("RESPONDED", "2024-02-06T09:45:00Z")
                        .then("RESOLVED", "2024-02-06T14:00:00Z"),
                at("SPR-P1C", "LBS", "P1", "2024-02-09T17:30:00Z").then("RESOLVED", "2024-02-12T08:30:00Z"),
                at("SPR-P1D", "LBB", "P1", "2024-02-13T09:00:00Z").then("CANCELLED", "2024-02-13T09:10:00Z"),
                // Answered for LBS, handed to LBB, resolved there.
                at("SPR-P1E", "LBS", "P1", "2024-02-14T09:00:00Z")
                        .then("RESPONDED", "2024-02-14T09:10:00Z")
                        .then("PARTNER_CHANGED", "2024-02-14T10:00:00Z", "partner", "LBB")
                        .then("RESOLVED", "2024-02-14T11:00:00Z"));
    }

    /** Nine P3 of LBB in March, in five categories counting those without. */
    private static List<Told> categories() {
        List<Told> tickets = new ArrayList<>();
        String[] categories = {
            "Network", "Printing", "Accounts", "Network", "Email, calendar", "Printing", null, "Accounts", "Network"
        };
        for (int i = 0; i < categories.length; i++) {
            tickets.add(Told.of("SPR-C0" + i)
                    .logged("LBB", "P3", "2024-03-04T09:00:00Z", DESK, "STS", categories[i])
                    .then("RESOLVED", "2024-03-04T10:00:00Z"));
        }
        return tickets;
    }

    /** Ten P2 of LBS in April that took 10, 20, ... 100 minutes, and one that no agreement covers. */
    private static List<Told> times() {
        List<Told> tickets = new ArrayList<>();
        for (int tens = 1; tens <= 10; tens++) {
            int minutes = 10 * tens;
            tickets.add(at("SPR-T%02d".formatted(tens), "LBS", "P2", "2024-04-08T09:00:00Z")
                    .then("RESOLVED", "2024-04-08T%02d:%02d:00Z".formatted(9 + minutes / 60, minutes % 60)));
        }
        tickets.add(Told.of("SPR-T11")
                .logged("LBS", "P2", "2024-04-08T09:00:00Z", "Application team S", "LBS", null)
                .then("RESOLVED", "2024-04-09T09:00:00Z"));
        return tickets;
    }

    private static List<Told> others() {
        List<Told> tickets = new ArrayList<>(List.of(
                // Resolved in April, which did not last, and for good in May.
                at("SPR-R01", "LBL", "P4", "2024-04-02T09:00:00Z")
                        .then("RESOLVED", "2024-04-03T09:00:00Z")
                        .then("REOPENED", "2024-05-07T09:00:00Z")
                        .then("RESOLVED", "2024-05-08T09:00:00Z"),
                at("SPR-R02", "LBL", "P4", "2024-04-02T09:00:00Z").then("RESOLVED", "2024-04-04T09:00:00Z"),
                at("SPR-O00", "DEMO", "P4", "2024-05-01T09:00:00Z")));
        for (int i = 1; i < 10; i++) {
            tickets.add(at("SPR-O0" + i, "DEMO", "P4", "2024-06-03T09:00:00Z"));
        }
        return tickets;
    }

    private static Told at(String ticket, String partner, String priority, String loggedAt) {
        return Told.of(ticket).logged(partner, priority, loggedAt, DESK, "STS", null);
    }
}
