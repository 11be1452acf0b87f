package uk.jointdesk.incident.bulkclosure.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.intake.domain.EventTime;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Words;
import uk.jointdesk.incident.ticket.store.TicketFilter;
import uk.jointdesk.incident.ticket.web.Times;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Which tickets to close: the fields of the ticket list, which add up. */
public record BulkFilter(
        String source,
        String sourceReference,

        @Schema(description = "A partner's code, or UNATTRIBUTED")
        String partner,

        @Schema(description = "Every status that can be closed, unless some are named")
        List<String> status,

        List<String> priority,
        String type,
        String queue,
        String category,

        @Schema(description = "An instant, or a day from its first instant")
        String loggedFrom,

        @Schema(description = "An instant, excluded, or a day to its last instant")
        String loggedTo,

        String resolvedFrom,
        String resolvedTo,

        @Schema(description = "Open tickets that were logged more than so many days ago") @Min(0) @Max(99_999)
        Integer olderThanDays,

        @Schema(description = "Whether the target is used up and more")
        Boolean breached,

        @Schema(description = "Whether it is NEW without category or queue")
        Boolean untriaged,

        @Schema(description = "STS or a partner, whose queues the tickets are in")
        String queueOrganisation,

        String service,
        String assignee,

        @Schema(description = "Part of the title, the description or a reference")
        String q) {

    /** Days of a filter are the partners' days. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private static final List<String> CLOSABLE = List.of("NEW", "ASSIGNED", "IN_PROGRESS", "ON_HOLD", "RESOLVED");
    private static final BulkFilter EMPTY = new BulkFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    TicketFilter at(Instant now) {
        if (equals(EMPTY)) {
            throw Refusal.refused(
                    "filter-empty",
                    "A filter that names nothing would close everything.",
                    new FieldError("/filter", "names at least one field"));
        }
        return new TicketFilter(
                source,
                sourceReference,
                partner,
                status == null ? CLOSABLE : words("status", status, Words.STATUSES),
                priority == null ? List.of() : words("priority", priority, Words.PRIORITIES),
                type == null ? null : words("type", List.of(type), Words.TYPES).get(0),
                queue,
                category,
                bound("loggedFrom", loggedFrom, 0),
                bound("loggedTo", loggedTo, 1),
                bound("resolvedFrom", resolvedFrom, 0),
                bound("resolvedTo", resolvedTo, 1),
                olderThanDays == null ? null : now.minus(Duration.ofDays(olderThanDays)),
                breached,
                untriaged,
                queueOrganisation,
                service,
                assignee,
                q);
    }

    private static List<String> words(String field, List<String> asked, List<String> known) {
        if (asked.stream().anyMatch(Objects::isNull) || !known.containsAll(asked)) {
            throw refusal(field, "is one of " + String.join(", ", known));
        }
        return asked;
    }

    private static Instant bound(String field, String text, int daysAfter) {
        try {
            if (text == null) {
                return null;
            }
            return text.length() == 10
                    ? Times.day(text).plusDays(daysAfter).atStartOfDay(LOCAL).toInstant()
                    : EventTime.iso(text, "/filter/" + field);
        } catch (DateTimeException | RowRefused unreadable) {
            throw refusal(field, "is neither an instant nor a day");
        }
    }

    private static Refusal refusal(String field, String message) {
        return Refusal.refused(
                "filter-refused",
                "The filter has a value it cannot have.",
                new FieldError("/filter/" + field, message));
    }
}
