package uk.jointdesk.system.isolation;

import java.time.Instant;
import java.util.UUID;
import uk.jointdesk.system.suite.Imports;

/**
 * Tickets of one partner, as its desk tells them: logged, resolved and closed between May and October 2017, when
 * nothing of the demo data happens, of all priorities alike.
 */
record Flood(String partner, int tickets) {

    static final String FROM = "2017-05";
    static final String TO = "2017-10";

    private static final long FIRST = Instant.parse("2017-05-02T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2017-10-20T16:00:00Z").getEpochSecond();

    /** As many tickets as are sent at a time. */
    private static final int LOAD = 5_000;

    /** Returns when all of them are in. */
    void send(Imports imports, String source) {
        String run = UUID.randomUUID().toString();
        for (int first = 0; first < tickets; first += LOAD) {
            StringBuilder lines = new StringBuilder();
            for (int number = first; number < Math.min(tickets, first + LOAD); number++) {
                ticket(lines, source, run + "-" + number, number);
            }
            imports.completed(imports.send(lines.toString()));
        }
    }

    private void ticket(StringBuilder lines, String source, String reference, int number) {
        long logged = FIRST + (LAST - FIRST) * number / tickets;
        long work = 600 + (number * 7_919L) % 90_000;
        String matter = ",\"type\":\"INCIDENT\",\"priority\":\"P%d\",\"title\":\"Laptop %d\",\"category\":\"%s\","
                        .formatted(1 + number % 4, number, number % 2 == 0 ? "Network/VPN" : "Hardware/Screen")
                + "\"queue\":\"Service Desk\"";
        event(lines, source, reference, "LOGGED", logged, matter);
        event(lines, source, reference, "RESOLVED", logged + work, "");
        event(lines, source, reference, "CLOSED", logged + work + 3_600, "");
    }

    private void event(StringBuilder lines, String source, String reference, String event, long at, String more) {
        lines.append("{\"source\":\"").append(source);
        lines.append("\",\"reference\":\"").append(reference);
        lines.append("\",\"partner\":\"").append(partner);
        lines.append("\",\"event\":\"").append(event);
        lines.append("\",\"at\":\"").append(Instant.ofEpochSecond(at)).append('"');
        lines.append(more).append("}\n");
    }
}
