package uk.jointdesk.system.crash;

import java.time.Instant;

/**
 * A history of one desk as NDJSON, big enough to be interrupted: tickets of January to March 2018, when nothing else of
 * the demo data happens, each logged, assigned, put on hold, resumed, resolved and closed.
 */
record History(String source, String partner, int tickets) {

    static final int EVENTS_PER_TICKET = 6;

    private static final long FIRST = Instant.parse("2018-01-02T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2018-03-20T18:00:00Z").getEpochSecond();

    int events() {
        return tickets * EVENTS_PER_TICKET;
    }

    String ndjson() {
        StringBuilder lines = new StringBuilder(events() * 200);
        for (int i = 0; i < tickets; i++) {
            ticket(lines, i);
        }
        return lines.toString();
    }

    private void ticket(StringBuilder lines, int i) {
        long logged = FIRST + (LAST - FIRST) * i / tickets;
        // Spread by number, not by chance: every desk that sends this history sends the same one.
        long work = 600 + (i * 7_919L) % 90_000;
        String priority = "P" + (1 + i % 3);
        event(
                lines,
                i,
                "LOGGED",
                logged,
                ",\"type\":\"INCIDENT\",\"priority\":\"" + priority + "\",\"title\":\"Ticket " + i
                        + "\",\"category\":\"Network/VPN\",\"queue\":\"Service Desk\"");
        event(lines, i, "ASSIGNED", logged + work / 10, "");
        event(lines, i, "ON_HOLD", logged + work / 4, ",\"reason\":\"AWAITING_USER\"");
        event(lines, i, "RESUMED", logged + work / 2, "");
        event(lines, i, "RESOLVED", logged + work, "");
        event(lines, i, "CLOSED", logged + work + 3_600, "");
    }

    private void event(StringBuilder lines, int i, String event, long at, String more) {
        lines.append("{\"source\":\"").append(source);
        lines.append("\",\"reference\":\"IN").append(1_000_000 + i);
        lines.append("\",\"partner\":\"").append(partner);
        lines.append("\",\"event\":\"").append(event);
        lines.append("\",\"at\":\"").append(Instant.ofEpochSecond(at)).append('"');
        lines.append(more).append("}\n");
    }
}
