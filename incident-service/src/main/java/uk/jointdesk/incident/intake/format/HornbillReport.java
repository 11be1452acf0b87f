package uk.jointdesk.incident.intake.format;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.jointdesk.incident.intake.domain.EventTime;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Words;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * A row of a Hornbill report with raw dates: a request as it stood when it was modified last, and when it was logged,
 * resolved and closed. When its priority or team came to be what they are it does not say; they count from the beginning,
 * and of two rows the later modified one is right. A hold or a reopening is known from the first row that shows it.
 */
final class HornbillReport {

    /** Hornbill's own names for the columns whose names we publish. */
    static final Map<String, String> RAW = Map.ofEntries(
            Map.entry("h_pk_reference", "Reference"),
            Map.entry("h_requesttype", "Type"),
            Map.entry("h_status", "Status"),
            Map.entry("h_summary", "Summary"),
            Map.entry("h_category", "Category"),
            Map.entry("h_catalog", "Catalogue Item"),
            Map.entry("h_fk_priorityname", "Priority"),
            Map.entry("h_fk_team_name", "Team"),
            Map.entry("h_datelogged", "Logged"),
            Map.entry("h_dateresolved", "Resolved"),
            Map.entry("h_dateclosed", "Closed"),
            Map.entry("h_datelastmodified", "Last Modified"));

    private static final Map<String, String> TYPES =
            Map.of("incident", "INCIDENT", "service request", "SERVICE_REQUEST");

    /** The database writes {@code status.onHold} where people read {@code On Hold}, and either spelling of cancelled. */
    private static final Map<String, EventKind> STATUSES = Map.of(
            "new", EventKind.LOGGED,
            "open", EventKind.STARTED,
            "onhold", EventKind.ON_HOLD,
            "resolved", EventKind.RESOLVED,
            "closed", EventKind.CLOSED,
            "cancelled", EventKind.CANCELLED,
            "canceled", EventKind.CANCELLED);

    private final Fields row;
    private final IntakeSource source;
    private final String reference;
    private final Instant logged;
    private final Instant modified;

    private HornbillReport(Fields row, IntakeSource source) throws RowRefused {
        this.row = row;
        this.source = source;
        row.required("Reference");
        this.reference = row.atMost(100, "Reference").strip();
        row.required("Logged");
        this.logged = time("Logged");
        row.required("Last Modified");
        this.modified = time("Last Modified");
    }

    static List<String> requiredColumns() {
        return List.of("Reference", "Type", "Status", "Priority", "Logged", "Last Modified");
    }

    static List<Fact> read(Fields row, IntakeSource source) throws RowRefused {
        return new HornbillReport(row, source).facts();
    }

    private List<Fact> facts() throws RowRefused {
        EventKind stands = word("Status", STATUSES, "status-unknown", "is not a status of Hornbill's");
        List<Fact> facts = new ArrayList<>();
        facts.add(logged());
        switch (stands) {
            case STARTED -> facts.add(fact(EventKind.STARTED, modified, true, null));
            case ON_HOLD -> facts.add(fact(EventKind.ON_HOLD, modified, true, holdReason()));
            case RESOLVED -> facts.add(fact(EventKind.RESOLVED, either("Resolved", modified), false, null));
            case CLOSED -> {
                if (time("Resolved") != null) {
                    facts.add(fact(EventKind.RESOLVED, time("Resolved"), false, null));
                }
                facts.add(fact(EventKind.CLOSED, either("Closed", modified), false, null));
            }
            case CANCELLED -> facts.add(fact(EventKind.CANCELLED, either("Closed", modified), false, null));
            default -> {
                // A new request has been logged and no more.
            }
        }
        return facts;
    }

    /** Told again with every modification; the sequence makes the latest telling the one that holds. */
    private Fact logged() throws RowRefused {
        long sequence = Math.max(0, Duration.between(logged, modified).toSeconds());
        return new Fact(
                source.code(),
                reference,
                EventKind.LOGGED,
                logged,
                sequence,
                false,
                said(),
                Detail.titled(title()),
                null,
                null,
                null,
                null);
    }

    private Fact fact(EventKind kind, Instant at, boolean snapshot, String reason) {
        return new Fact(
                source.code(),
                reference,
                kind,
                at,
                0,
                snapshot,
                Said.NOTHING,
                Detail.NOTHING,
                reason,
                null,
                null,
                null);
    }

    private Said said() throws RowRefused {
        return new Said(
                word("Type", TYPES, "type-not-a-ticket", "is neither Incident nor Service Request"),
                priority(),
                source.partner(),
                row.atMost(200, "Team"),
                row.atMost(200, "Category"),
                row.atMost(100, "Catalogue Item"));
    }

    private String title() throws RowRefused {
        String summary = row.atMost(500, "Summary");
        return summary == null ? reference : summary;
    }

    /** Priorities have the names that a site gives them; P2 and "P2 - High" say which of ours is meant. */
    private String priority() throws RowRefused {
        String name = row.required("Priority").strip().toUpperCase(Locale.ROOT);
        if (!name.matches("P[1-4]([^A-Z0-9].*)?")) {
            throw new RowRefused("priority-unknown", "is not a priority like 'P2' or 'P2 - High'", "/Priority");
        }
        return name.substring(0, 2);
    }

    /** Why a request waits is a site's own sub-status. Where it is not said in our words, nothing stops the clock. */
    private String holdReason() throws RowRefused {
        String reason = row.oneOf("Hold Reason", Words.HOLD_REASONS);
        return reason == null ? "OTHER" : reason;
    }

    private <T> T word(String column, Map<String, T> words, String code, String message) throws RowRefused {
        String text = row.required(column).strip().toLowerCase(Locale.ROOT);
        boolean status = column.equals("Status");
        T word = words.get(status ? text.replace("status.", "").replace(" ", "") : text);
        if (word == null) {
            throw new RowRefused(code, message, "/" + column);
        }
        return word;
    }

    private Instant either(String column, Instant otherwise) throws RowRefused {
        Instant time = time(column);
        return time == null ? otherwise : time;
    }

    private Instant time(String column) throws RowRefused {
        String text = row.text(column);
        return text == null ? null : EventTime.report(text, "/" + column);
    }
}
