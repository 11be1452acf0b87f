package uk.jointdesk.incident.intake.format;

import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.intake.domain.EventTime;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * A row of ServiceNow's incident audit log: the whole incident after one update.
 *
 * <p>It happened at {@code sys_updated_at} (minutes, taken as UTC); rows of one minute go by {@code sys_mod_count}. The
 * columns {@code opened_at}, {@code resolved_at} and {@code closed_at} hold the final values on every row and would
 * tell the future, so they are not read. Names of callers and agents are not kept.
 */
final class ServiceNowAudit {

    /** What the log writes for "no value". */
    private static final String NOTHING = "?";

    private record State(EventKind kind, String reason) {}

    private static final Map<String, State> STATES = Map.of(
            "New", new State(EventKind.LOGGED, null),
            "Active", new State(EventKind.STARTED, null),
            "Awaiting User Info", new State(EventKind.ON_HOLD, "AWAITING_USER"),
            "Awaiting Vendor", new State(EventKind.ON_HOLD, "AWAITING_SUPPLIER"),
            "Awaiting Problem", new State(EventKind.ON_HOLD, "AWAITING_RESOURCE"),
            "Awaiting Evidence", new State(EventKind.ON_HOLD, "AWAITING_RESOURCE"),
            "Resolved", new State(EventKind.RESOLVED, null),
            "Closed", new State(EventKind.CLOSED, null),
            // Five rows of the published log have a state that their own desk did not know.
            "-100", new State(EventKind.CATEGORISED, null));

    private ServiceNowAudit() {}

    static List<String> requiredColumns() {
        return List.of(
                "number",
                "incident_state",
                "sys_mod_count",
                "sys_updated_at",
                "category",
                "subcategory",
                "priority",
                "assignment_group");
    }

    static Fact read(Fields row, IntakeSource source) throws RowRefused {
        row.required("number");
        State state = STATES.get(row.required("incident_state"));
        if (state == null) {
            throw new RowRefused("state-unknown", "is not a state of the audit log", "/incident_state");
        }
        return new Fact(
                source.code(),
                row.atMost(100, "number"),
                state.kind(),
                EventTime.audit(row.required("sys_updated_at"), "/sys_updated_at"),
                sequence(row),
                true,
                said(row, source),
                Detail.titled(title(row)),
                state.reason(),
                null,
                null,
                null);
    }

    private static long sequence(Fields row) throws RowRefused {
        row.required("sys_mod_count");
        return row.number("sys_mod_count", 0, Integer.MAX_VALUE);
    }

    private static Said said(Fields row, IntakeSource source) throws RowRefused {
        return new Said(
                "INCIDENT",
                priority(row.required("priority")),
                source.partner(),
                known(row.atMost(200, "assignment_group")),
                known(row.atMost(200, "category")),
                null);
    }

    /** {@code 3 - Moderate} is P3. */
    private static String priority(String text) throws RowRefused {
        char first = text.charAt(0);
        boolean alone = text.length() == 1 || text.startsWith(" -", 1);
        if (first < '1' || first > '4' || !alone) {
            throw new RowRefused("priority-unknown", "is not a priority like '3 - Moderate'", "/priority");
        }
        return "P" + first;
    }

    private static String title(Fields row) throws RowRefused {
        String category = known(row.atMost(200, "category"));
        String subcategory = known(row.atMost(200, "subcategory"));
        if (category == null) {
            return subcategory == null ? "Incident" : subcategory;
        }
        return subcategory == null ? category : category + " / " + subcategory;
    }

    private static String known(String text) {
        return text == null || text.equals(NOTHING) ? null : text;
    }
}
