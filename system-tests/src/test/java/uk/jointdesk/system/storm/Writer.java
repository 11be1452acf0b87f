package uk.jointdesk.system.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import uk.jointdesk.system.storm.Desk.Reply;

/** One of the storm's clients: opens tickets, moves, changes, hands on and writes on whichever it comes upon. */
final class Writer implements Runnable {

    private static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS", "LH", "LGA");
    private static final List<String> QUEUES = List.of("Service Desk", "Network", "Desktop Support", "Identity");
    private static final List<String> PRIORITIES = List.of("P1", "P2", "P3");
    private static final List<String> REASONS = List.of("AWAITING_USER", "AWAITING_SUPPLIER", "OTHER");

    /** Where somebody would try to take a ticket next; whether it may go there is the service's to say. */
    private static final Map<String, List<String>> NEXT = Map.of(
            "NEW", List.of("ASSIGNED", "IN_PROGRESS", "CANCELLED"),
            "ASSIGNED", List.of("IN_PROGRESS", "ON_HOLD"),
            "IN_PROGRESS", List.of("ON_HOLD", "RESOLVED", "RESOLVED"),
            "ON_HOLD", List.of("IN_PROGRESS", "RESOLVED"),
            "RESOLVED", List.of("CLOSED", "IN_PROGRESS"),
            "CLOSED", List.of("CLOSED"),
            "CANCELLED", List.of("RESOLVED"));

    private final Desk desk;
    private final Ledger ledger;
    private final String category;
    private final Random chance;

    Writer(Desk desk, Ledger ledger, String category, long seed) {
        this.desk = desk;
        this.ledger = ledger;
        this.category = category;
        this.chance = new Random(seed);
    }

    @Override
    public void run() {
        while (ledger.oneMore()) {
            while (!write()) {
                // Refused, because others had been quicker: something else is written instead.
            }
        }
    }

    private boolean write() {
        String reference = ledger.any(chance);
        int what = chance.nextInt(100);
        if (reference == null || what < 30) {
            return open();
        }
        if (what < 60) {
            return move(reference);
        }
        if (what < 85) {
            return change(reference, what < 80);
        }
        return note(reference);
    }

    /** One of ten is sent twice, as after a lost answer, and must not become two tickets. */
    private boolean open() {
        String json = """
                {"partner":"%s","type":"INCIDENT","priority":"%s","title":"Storm %d","category":"%s","queue":"%s"}""".formatted(oneOf(PARTNERS), oneOf(PRIORITIES), chance.nextInt(), category, oneOf(QUEUES));
        String key = UUID.randomUUID().toString();
        String reference = desk.post("/tickets", json, "Idempotency-Key", key)
                .ok()
                .path("reference")
                .asText();
        if (chance.nextInt(10) == 0) {
            JsonNode again = desk.post("/tickets", json, "Idempotency-Key", key).ok();
            if (!again.path("reference").asText().equals(reference)) {
                throw new AssertionError("one key opened " + reference + " and " + again);
            }
        }
        ledger.opened(reference);
        return true;
    }

    private boolean move(String reference) {
        JsonNode now = desk.get("desk", "/tickets/" + reference).ok();
        String to = oneOf(NEXT.get(now.path("status").asText()));
        String reason = to.equals("ON_HOLD") ? ",\"reason\":\"" + oneOf(REASONS) + "\"" : "";
        return counted(
                reference,
                "move",
                desk.post("/tickets/" + reference + "/transitions", "{\"to\":\"" + to + "\"" + reason + "}"));
    }

    /** Changes what it has read, under the version it has read. */
    private boolean change(String reference, boolean keepsPartner) {
        Reply now = desk.get("desk", "/tickets/" + reference);
        JsonNode ticket = now.ok();
        String patch = keepsPartner ? other(ticket, "queue", QUEUES) : other(ticket, "partner", PARTNERS);
        return counted(reference, "change", desk.patch("/tickets/" + reference, patch, now.version()));
    }

    private String other(JsonNode ticket, String field, List<String> values) {
        List<String> others = values.stream()
                .filter(value -> !value.equals(ticket.path(field).asText()))
                .toList();
        return "{\"" + field + "\":\"" + oneOf(others) + "\"}";
    }

    private boolean note(String reference) {
        String json = "{\"text\":\"Note " + chance.nextInt() + "\",\"visibility\":\"INTERNAL\"}";
        desk.post("/tickets/" + reference + "/notes", json).ok();
        ledger.noted(reference);
        return true;
    }

    private boolean counted(String reference, String what, Reply reply) {
        if (reply.refused()) {
            ledger.refused(what + " " + reply.status());
            return false;
        }
        reply.ok();
        ledger.changed(reference);
        return true;
    }

    private String oneOf(List<String> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
