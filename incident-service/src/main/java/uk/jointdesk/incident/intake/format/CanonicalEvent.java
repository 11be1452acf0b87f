package uk.jointdesk.incident.intake.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.jointdesk.incident.intake.domain.EventTime;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Words;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * The canonical event of the contract: one event a row, in any order, any number of times. Fields it does not name are
 * passed over, so that a desk may be ahead of us.
 */
final class CanonicalEvent {

    private static final Map<String, EventKind> KINDS =
            Arrays.stream(EventKind.values()).collect(Collectors.toMap(EventKind::name, Function.identity()));

    /** What an event of this kind is meaningless without. */
    private static final Map<EventKind, String> NEEDS = Map.of(
            EventKind.ON_HOLD, "reason",
            EventKind.PRIORITY_CHANGED, "priority",
            EventKind.PARTNER_CHANGED, "partner",
            EventKind.MERGED, "into",
            EventKind.CORRECTED, "supersedes");

    private CanonicalEvent() {}

    static Fact read(Fields row, IntakeSource source) throws RowRefused {
        checkSource(row, source);
        EventKind kind = kind(row);
        String needed = NEEDS.get(kind);
        if (needed != null) {
            row.required(needed);
        }
        return new Fact(
                source.code(),
                reference(row),
                kind,
                EventTime.iso(row.required("at"), "/at"),
                sequence(row),
                false,
                said(row, kind, source),
                detail(row, kind),
                row.oneOf("reason", Words.HOLD_REASONS),
                row.atMost(100, "into"),
                row.atMost(100, "supersedes"),
                row.atMost(100, "id"));
    }

    private static void checkSource(Fields row, IntakeSource source) throws RowRefused {
        String named = row.text("source");
        if (named != null && !named.equals(source.code())) {
            throw new RowRefused("source-mismatch", "is not the source of this import", "/source");
        }
    }

    private static EventKind kind(Fields row) throws RowRefused {
        EventKind kind = KINDS.get(row.required("event"));
        if (kind == null) {
            throw new RowRefused("event-unknown", "is not an event of the contract", "/event");
        }
        return kind;
    }

    private static String reference(Fields row) throws RowRefused {
        row.required("reference");
        return row.atMost(100, "reference");
    }

    private static long sequence(Fields row) throws RowRefused {
        Integer sequence = row.number("sequence", 0, Integer.MAX_VALUE);
        return sequence == null ? 0 : sequence;
    }

    private static Said said(Fields row, EventKind kind, IntakeSource source) throws RowRefused {
        String partner = row.atMost(16, "partner");
        return new Said(
                row.oneOf("type", Words.TYPES),
                row.oneOf("priority", Words.PRIORITIES),
                partner == null && kind == EventKind.LOGGED ? source.partner() : partner,
                row.atMost(200, "queue"),
                row.atMost(200, "category"),
                row.atMost(100, "catalogueItem"));
    }

    private static Detail detail(Fields row, EventKind kind) throws RowRefused {
        Integer rating = row.number("rating", 1, 5);
        Integer recommend = row.number("recommend", 0, 10);
        if (kind == EventKind.RATED && rating == null && recommend == null) {
            throw new RowRefused("field-missing", "RATED has a rating or a recommend", "/rating");
        }
        return new Detail(
                row.atMost(500, "title"),
                row.atMost(20_000, "description"),
                row.atMost(200, "requester"),
                rating,
                recommend);
    }

    /** The columns a canonical CSV must have. */
    static List<String> requiredColumns() {
        return List.of("reference", "event", "at");
    }
}
