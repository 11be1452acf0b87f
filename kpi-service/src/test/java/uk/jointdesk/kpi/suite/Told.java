package uk.jointdesk.kpi.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The story of one ticket as lines of the change feed. */
public final class Told {

    private static final Set<String> NUMBERS = Set.of("rating", "recommend");

    private final String ticket;
    private final List<String> lines = new ArrayList<>();

    private Told(String ticket) {
        this.ticket = ticket;
    }

    public static Told of(String ticket) {
        return new Told(ticket);
    }

    /** A ticket from being logged to being resolved; a null partner is nobody's. */
    public static Told resolved(String ticket, String partner, String priority, String loggedAt, String resolvedAt) {
        return of(ticket).logged(partner, priority, loggedAt).then("RESOLVED", resolvedAt);
    }

    public Told logged(String partner, String priority, String at) {
        return then(
                "LOGGED", at, "type", "INCIDENT", "partner", partner, "priority", priority, "queue", "Service Desk");
    }

    /** A ticket in a queue of this organisation. */
    public Told logged(String partner, String priority, String at, String queue, String organisation, String category) {
        return then(
                "LOGGED",
                at,
                "type",
                "INCIDENT",
                "partner",
                partner,
                "priority",
                priority,
                "queue",
                queue,
                "queueOrganisation",
                organisation,
                "category",
                category);
    }

    /** What happened next; more fields come as name and value, a null value is left out. */
    public Told then(String event, String at, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", ticket + "-" + lines.size());
        fields.put("ticket", ticket);
        fields.put("source", "hornbill");
        fields.put("sourceReference", "IN-" + ticket);
        fields.put("event", event);
        fields.put("at", at);
        fields.put("recordedAt", "2026-01-02T03:04:05Z");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        lines.add(fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> (NUMBERS.contains(field.getKey()) ? "\"%s\":%s" : "\"%s\":\"%s\"")
                        .formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{\"sequence\":0,", "}")));
        return this;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
