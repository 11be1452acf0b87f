package uk.jointdesk.kpi.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;

/**
 * Tickets of May to July 2016: Brent's and Lewisham's that last one to nine hours, and one for each way in which a life
 * is more than two ends: held, reopened, changed in priority before and after, handed on, without a target.
 */
@ApplicationScoped
public class Spring2016 {

    private final Stage stage;
    private final List<String> references = new ArrayList<>();

    public Spring2016(Stage stage) {
        this.stage = stage;
    }

    List<String> references() {
        return references;
    }

    int tickets() {
        return references.size();
    }

    synchronized void play() {
        if (!references.isEmpty()) {
            return;
        }
        List<Told> told = new ArrayList<>(others());
        for (int month = 5; month <= 7; month++) {
            for (int hours = 1; hours <= 9; hours++) {
                told.add(plain("LBB", "P2", month, hours));
                told.add(plain("LBL", "P3", month, hours));
            }
            for (int hours = 1; hours <= 5; hours += 2) {
                told.add(plain("LBB", "P1", month, hours));
            }
        }
        List<String> lines = new ArrayList<>();
        told.forEach(ticket -> lines.addAll(ticket.lines()));
        stage.play(lines);
    }

    /** Logged on a Tuesday at 8:00 in London; Lewisham's take a day more. */
    private Told plain(String partner, String priority, int month, int hours) {
        String day = "2016-%02d-%02dT%02d:00:00Z";
        int tuesday = month == 5 ? 10 : month == 6 ? 14 : 12;
        String reference = reference("%s-%s-%02d-%d".formatted(partner, priority, month, hours));
        int resolvedOn = partner.equals("LBL") ? tuesday + 1 : tuesday;
        return Told.resolved(
                reference,
                partner,
                priority,
                day.formatted(month, tuesday, 7),
                day.formatted(month, resolvedOn, 7 + hours));
    }

    private List<Told> others() {
        return List.of(
                Told.of(reference("HELD"))
                        .logged("LBB", "P2", "2016-05-17T07:00:00Z")
                        .then("ON_HOLD", "2016-05-17T08:00:00Z", "reason", "AWAITING_USER")
                        .then("RESUMED", "2016-05-17T13:00:00Z")
                        .then("ON_HOLD", "2016-05-17T14:00:00Z", "reason", "AWAITING_SUPPLIER")
                        .then("RESUMED", "2016-05-17T16:00:00Z")
                        .then("RESOLVED", "2016-05-18T08:00:00Z"),
                Told.of(reference("REOPENED"))
                        .logged("LBB", "P2", "2016-05-17T07:00:00Z")
                        .then("RESOLVED", "2016-05-17T09:00:00Z")
                        .then("REOPENED", "2016-05-19T07:00:00Z")
                        .then("RESOLVED", "2016-05-19T10:00:00Z"),
                Told.of(reference("RAISED"))
                        .logged("LBL", "P3", "2016-05-17T07:00:00Z")
                        .then("PRIORITY_CHANGED", "2016-05-17T10:00:00Z", "priority", "P1")
                        .then("RESOLVED", "2016-05-17T11:30:00Z"),
                Told.of(reference("LATER"))
                        .logged("LBL", "P1", "2016-06-07T07:00:00Z")
                        .then("RESOLVED", "2016-06-07T10:00:00Z")
                        .then("PRIORITY_CHANGED", "2016-06-08T10:00:00Z", "priority", "P3"),
                Told.of(reference("HANDED"))
                        .logged("LBL", "P2", "2016-06-07T07:00:00Z")
                        .then("PARTNER_CHANGED", "2016-06-07T09:00:00Z", "partner", "LBB")
                        .then("RESOLVED", "2016-06-07T12:00:00Z"),
                Told.of(reference("TEAM"))
                        .logged("LBB", "P3", "2016-06-07T07:00:00Z")
                        .then("CATEGORISED", "2016-06-07T08:00:00Z", "queue", "Application team 3")
                        .then("RESOLVED", "2016-06-07T12:00:00Z"),
                Told.of(reference("SUMMER"))
                        .logged("LBL", "P4", "2016-06-07T07:00:00Z")
                        .then("RESOLVED", "2016-07-20T12:00:00Z"));
    }

    private String reference(String name) {
        String reference = "S16-" + name;
        references.add(reference);
        return reference;
    }
}
