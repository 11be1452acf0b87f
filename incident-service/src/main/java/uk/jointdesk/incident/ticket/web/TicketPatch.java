package uk.jointdesk.incident.ticket.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.domain.Words;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.event.EventKind;

/** A JSON merge patch over a ticket: what differs becomes one event. Status changes are transitions, not patches. */
final class TicketPatch {

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("title", 500),
            Map.entry("description", 20_000),
            Map.entry("requester", 200),
            Map.entry("queue", 200),
            Map.entry("category", 200),
            Map.entry("catalogueItem", 100),
            Map.entry("service", 40),
            Map.entry("assignee", 64),
            Map.entry("type", 20),
            Map.entry("priority", 2),
            Map.entry("partner", 16));

    private final JsonNode patch;

    TicketPatch(JsonNode patch) {
        if (!patch.isObject()) {
            throw Refusal.malformed("body-malformed", "A merge patch is a JSON object.");
        }
        this.patch = patch;
        patch.fields().forEachRemaining(field -> check(field.getKey(), field.getValue()));
        oneOf("type", Words.TYPES);
        oneOf("priority", Words.PRIORITIES);
        if (patch.hasNonNull("assignee")) {
            Assignee.check(patch.get("assignee").textValue());
        }
    }

    /** The affected service it names, if it does. */
    Optional<String> service() {
        return Optional.ofNullable(patch.get("service")).map(JsonNode::textValue);
    }

    /** The partner it moves the ticket to, if it does. */
    Optional<String> partner() {
        return Optional.ofNullable(patch.get("partner")).map(JsonNode::textValue);
    }

    /** The event that makes the ticket what the patch says; none when it is so already. */
    Optional<Fact> fact(Seen seen, Instant at) {
        Ticket now = seen.ticket();
        Said said = new Said(
                changed("type", now.said().type()),
                changed("priority", now.said().priority()),
                changed("partner", now.partner()),
                changed("queue", now.said().queue()),
                changed("category", now.said().category()),
                changed("catalogueItem", now.said().catalogueItem()));
        Detail detail = new Detail(
                changed("title", now.detail().title()),
                changed("description", now.detail().description()),
                changed("requester", now.detail().requester()),
                null,
                null,
                handling(now.detail().handled()));
        if (said.equals(Said.NOTHING) && detail.empty()) {
            return Optional.empty();
        }
        if (said.partner() != null && !Moves.TRANSFER.allowedFrom(now.status())) {
            throw Refusal.conflict("transition-not-allowed", "A ticket that is " + now.status() + " is not handed on.");
        }
        return Optional.of(
                Fact.here(now.identity(), seen.history().nextSequence(), kind(said), at, said, detail, null, null));
    }

    private Handling handling(Handling now) {
        return new Handling(changed("service", now.service()), changed("assignee", now.assignee()), null, null);
    }

    private static EventKind kind(Said said) {
        if (said.partner() != null) {
            return EventKind.PARTNER_CHANGED;
        }
        return said.priority() != null ? EventKind.PRIORITY_CHANGED : EventKind.CATEGORISED;
    }

    /** The new text of a field, empty when it is taken away, null when it stays. */
    private String changed(String name, String now) {
        if (!patch.has(name)) {
            return null;
        }
        String wanted = patch.get(name).isNull() ? "" : patch.get(name).textValue();
        return wanted.equals(Objects.requireNonNullElse(now, "")) ? null : wanted;
    }

    private static void check(String name, JsonNode value) {
        if (!LONGEST.containsKey(name)) {
            throw refusal("field-not-changeable", name, "cannot be changed here");
        }
        boolean removable =
                !name.equals("title") && !name.equals("type") && !name.equals("priority") && !name.equals("partner");
        if (value.isNull() && removable) {
            return;
        }
        if (!value.isTextual() || (value.textValue().isBlank() && !removable)) {
            throw refusal("field-invalid", name, "is a text");
        }
        if (value.textValue().length() > LONGEST.get(name)) {
            throw refusal("field-too-long", name, "has more than " + LONGEST.get(name) + " characters");
        }
    }

    private void oneOf(String name, java.util.List<String> words) {
        if (patch.has(name) && !words.contains(patch.get(name).textValue())) {
            throw refusal("field-invalid", name, "is one of " + String.join(", ", words));
        }
    }

    private static Refusal refusal(String code, String name, String message) {
        return Refusal.refused(code, "The ticket cannot be changed like this.", new FieldError("/" + name, message));
    }
}
