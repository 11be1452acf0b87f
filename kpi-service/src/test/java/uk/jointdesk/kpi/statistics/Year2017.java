package uk.jointdesk.kpi.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;

/**
 * P3 of 2017, month by month: Brent's are 25 a month of which fewer and fewer are met, all still above the target;
 * Lewisham's are six a month and 30 in December, all met.
 */
@ApplicationScoped
public class Year2017 {

    private static final int[] BRENT_MET = {25, 25, 24, 24, 24, 24, 23, 23, 23, 22, 22, 21};

    private final Stage stage;
    private boolean played;

    public Year2017(Stage stage) {
        this.stage = stage;
    }

    public synchronized void play() {
        if (played) {
            return;
        }
        played = true;
        List<String> lines = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            lines.addAll(month("Y17B", "LBB", month, 25, BRENT_MET[month - 1]));
            int lewisham = month == 12 ? 30 : 6;
            lines.addAll(month("Y17L", "LBL", month, lewisham, lewisham));
        }
        stage.play(lines);
    }

    private static List<String> month(String prefix, String partner, int month, int measured, int met) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            String resolved = i < met ? "2017-%02d-10T12:00:00Z" : "2017-%02d-20T12:00:00Z";
            lines.addAll(Told.resolved(
                            "%s%02d%02d".formatted(prefix, month, i),
                            partner,
                            "P3",
                            "2017-%02d-10T11:00:00Z".formatted(month),
                            resolved.formatted(month))
                    .lines());
        }
        return lines;
    }
}
