package uk.jointdesk.kpi.suite;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The tickets that the tests of the answers ask about, October to December 2018. LBL's P2 are those of the board pack of
 * February 2019: 17 of 38, 18 of 29 and 15 of 19. The others show one rule each.
 */
@ApplicationScoped
public class Autumn2018 {

    private static final String OCTOBER = "2018-10-08T0%d:00:00Z";

    private final Stage stage;
    private boolean played;

    public Autumn2018(Stage stage) {
        this.stage = stage;
    }

    public synchronized void play() {
        if (played) {
            return;
        }
        played = true;
        List<String> lines = new ArrayList<>();
        lines.addAll(month("LBL-10", 38, 17, "2018-10-08T07:00:00Z", "2018-10-08T08:00:00Z", "2018-10-08T16:30:00Z"));
        lines.addAll(month("LBL-11", 29, 18, "2018-11-05T08:00:00Z", "2018-11-05T09:00:00Z", "2018-11-05T17:30:00Z"));
        lines.addAll(month("LBL-12", 19, 15, "2018-12-03T08:00:00Z", "2018-12-03T09:00:00Z", "2018-12-03T17:30:00Z"));
        others().forEach(ticket -> lines.addAll(ticket.lines()));
        stage.play(lines);
    }

    private static List<String> month(String prefix, int measured, int met, String logged, String early, String late) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            String ticket = "%s%02d".formatted(prefix, i);
            lines.addAll(Told.resolved(ticket, "LBL", "P2", logged, i < met ? early : late)
                    .lines());
        }
        return lines;
    }

    private static List<Told> others() {
        return List.of(
                Told.resolved("LBB-1001", "LBB", "P1", OCTOBER.formatted(7), OCTOBER.formatted(8)),
                Told.resolved("LBB-1002", "LBB", "P1", OCTOBER.formatted(7), OCTOBER.formatted(9)),
                // 00:30 on 1 October in London, although still September in UTC.
                Told.resolved("LBS-1001", "LBS", "P1", "2018-09-28T09:00:00Z", "2018-09-30T23:30:00Z"),
                Told.resolved("STS-1001", null, "P2", "2018-11-05T08:00:00Z", "2018-11-05T09:00:00Z"),
                Told.resolved("STS-1002", null, "P2", "2018-11-05T08:00:00Z", "2018-11-06T09:00:00Z"),
                Told.of("STS-1003").logged(null, "P4", "2018-12-20T09:00:00Z"),
                Told.resolved("LH-1001", "LH", "P3", "2018-12-03T08:00:00Z", "2018-12-03T09:00:00Z"),
                Told.resolved("LH-1002", "LH", "P3", "2018-12-03T08:00:00Z", "2018-12-10T09:00:00Z"),
                Told.of("LBS-1002")
                        .logged("LBS", "P3", "2018-11-05T08:00:00Z")
                        .then("CATEGORISED", "2018-11-05T08:01:00Z", "queue", "Application team 3")
                        .then("RESOLVED", "2018-11-05T09:00:00Z"),
                Told.of("LBB-1003")
                        .logged("LBB", "P3", "2018-11-05T08:00:00Z")
                        .then("CANCELLED", "2018-11-06T08:00:00Z"),
                Told.of("LBB-1004")
                        .logged("LBB", "P3", "2018-11-05T08:00:00Z")
                        .then("MERGED", "2018-12-04T08:00:00Z", "into", "LBB-1001"),
                // Logged for LBS, handed to LBB, resolved there.
                Told.of("LBS-1003")
                        .logged("LBS", "P4", "2018-11-05T08:00:00Z")
                        .then("PARTNER_CHANGED", "2018-11-20T08:00:00Z", "partner", "LBB")
                        .then("RESOLVED", "2018-12-05T08:00:00Z")
                        .then("CLOSED", "2018-12-07T08:00:00Z"),
                Told.resolved("LBB-1010", "LBB", "P3", "2018-08-06T08:00:00Z", "2018-08-06T09:00:00Z")
                        .then("RATED", "2018-10-08T09:00:00Z", "rating", "5"),
                Told.resolved("LBL-1010", "LBL", "P3", "2018-08-06T08:00:00Z", "2018-08-06T09:00:00Z")
                        .then("RATED", "2018-10-08T09:00:00Z", "rating", "1", "recommend", "3"),
                Told.resolved("STS-1010", null, "P3", "2018-08-06T08:00:00Z", "2018-08-06T09:00:00Z")
                        .then("RATED", "2018-10-08T09:00:00Z", "recommend", "10"),
                // Resolved in October, opened again in November, resolved for good in December.
                Told.of("LBS-1004")
                        .logged("LBS", "P4", OCTOBER.formatted(7))
                        .then("STARTED", OCTOBER.formatted(8))
                        .then("RESOLVED", OCTOBER.formatted(9))
                        .then("REOPENED", "2018-11-12T09:00:00Z")
                        .then("RESOLVED", "2018-12-12T09:00:00Z"),
                Told.of("LBB-1005")
                        .logged("LBB", "P3", "2018-12-18T08:00:00Z")
                        .then("ASSIGNED", "2018-12-18T08:30:00Z")
                        .then("ON_HOLD", "2018-12-18T09:00:00Z", "reason", "AWAITING_USER"),
                Told.of("LBB-1006").logged("LBB", "P4", "2018-11-01T09:00:00Z"),
                // Logged at the very midnight that ends the year: next year's.
                Told.of("LBB-1007").logged("LBB", "P4", "2019-01-01T00:00:00Z"));
    }
}
