package uk.jointdesk.system.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A ticket as a stranger rebuilds it who has only the events of the feed and the published meaning of each. Nothing of
 * the service's own fold is used here.
 */
final class Retold {

    private String partner;
    private String type;
    private String priority;
    private String queue;
    private String category;
    private String status;
    private String holdReason;
    private Instant loggedAt;
    private Instant resolvedAt;
    private Instant closedAt;
    private int reopenCount;
    private int events;

    /** What two tellings of a ticket must agree in. */
    record State(
            String partner,
            String type,
            String priority,
            String queue,
            String category,
            String status,
            String holdReason,
            Instant loggedAt,
            Instant resolvedAt,
            Instant closedAt,
            int reopenCount) {

        /** The state as the service stores and lists it. */
        static State stored(JsonNode ticket) {
            return new State(
                    text(ticket, "partner"),
                    text(ticket, "type"),
                    text(ticket, "priority"),
                    text(ticket, "queue"),
                    text(ticket, "category"),
                    text(ticket, "status"),
                    text(ticket, "holdReason"),
                    instant(ticket, "loggedAt"),
                    instant(ticket, "resolvedAt"),
                    instant(ticket, "closedAt"),
                    ticket.path("reopenCount").asInt());
        }
    }

    /** Takes the next event, in the order of the feed. */
    void take(JsonNode event) {
        events++;
        partner = said(event, "partner", partner);
        type = said(event, "type", type);
        priority = said(event, "priority", priority);
        queue = said(event, "queue", queue);
        category = said(event, "category", category);
        Instant at = instant(event, "at");
        switch (text(event, "event")) {
            case "LOGGED" -> logged(at);
            case "ASSIGNED" -> open("NEW".equals(status) ? "ASSIGNED" : status, null);
            case "STARTED", "RESUMED" -> open("IN_PROGRESS", null);
            case "ON_HOLD" -> open("ON_HOLD", text(event, "reason"));
            case "REOPENED" -> reopened();
            case "RESOLVED" -> resolved(at);
            case "CLOSED" -> closed(at);
            case "CANCELLED" -> open("CANCELLED", null);
            default -> {
                // Priority, partner and category changes say all they say in their fields.
            }
        }
    }

    State state() {
        return new State(
                partner,
                type,
                priority,
                queue,
                category,
                status,
                holdReason,
                loggedAt,
                resolvedAt,
                closedAt,
                reopenCount);
    }

    int events() {
        return events;
    }

    private void logged(Instant at) {
        loggedAt = at;
        status = "NEW";
    }

    private void open(String next, String reason) {
        status = next;
        holdReason = reason;
    }

    private void reopened() {
        open("IN_PROGRESS", null);
        resolvedAt = null;
        reopenCount++;
    }

    private void resolved(Instant at) {
        open("RESOLVED", null);
        resolvedAt = at;
    }

    private void closed(Instant at) {
        open("CLOSED", null);
        closedAt = at;
    }

    private static String said(JsonNode event, String field, String before) {
        String now = text(event, field);
        return now == null ? before : now;
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static Instant instant(JsonNode node, String field) {
        return node.hasNonNull(field) ? Instant.parse(node.get(field).asText()) : null;
    }
}
