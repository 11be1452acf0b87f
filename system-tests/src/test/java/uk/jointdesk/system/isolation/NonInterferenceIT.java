package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.system.operation.Possessions;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.Eventually;
import uk.jointdesk.system.suite.Imports;
import uk.jointdesk.system.suite.OnSuite;

/**
 * However many tickets one council's desk sends, no byte of what the others read becomes another: no list, count, id,
 * cursor or figure. {@code -Disolation.tickets=100000} is the size it is meant for; a build is content with less.
 */
@OnSuite
class NonInterferenceIT {

    private static final int TICKETS = Integer.getInteger("isolation.tickets", 2_000);
    private static final String FLOODED = "LBB";
    private static final List<String> OTHERS = List.of("LBL", "LBS");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Test
    void the_tickets_of_one_council_change_no_byte_of_what_others_read(Api api) {
        Possessions possessions = Possessions.gathered(api);
        Map<String, Snapshot> before = quiet(api, possessions);
        long resolved = resolved(api);

        Imports imports = new Imports(api, "hornbill-lbb", "hornbill-lbb");
        new Flood(FLOODED, TICKETS).send(imports, "hornbill-lbb");
        Eventually.becomes(() -> resolved(api), count -> count >= resolved + TICKETS, PATIENCE);

        Map<String, Snapshot> after = taken(api, possessions);
        assertThat(resolved(api)).as("all of them are in the figures").isEqualTo(resolved + TICKETS);
        assertThat(changes(before, after)).isEmpty();
    }

    /** What the others read once nothing changes any more of what came before: twice in a row the same. */
    private static Map<String, Snapshot> quiet(Api api, Possessions possessions) {
        Map<String, Snapshot> last = taken(api, possessions);
        List<String> moved = List.of("nothing read yet");
        for (int tries = 0; tries < 10 && !moved.isEmpty(); tries++) {
            Map<String, Snapshot> next = taken(api, possessions);
            moved = changes(last, next);
            last = next;
        }
        assertThat(moved).as("with nobody writing, answers stay as they are").isEmpty();
        return last;
    }

    private static Map<String, Snapshot> taken(Api api, Possessions possessions) {
        Map<String, Snapshot> taken = new LinkedHashMap<>();
        OTHERS.forEach(partner -> taken.put(partner, Snapshot.of(api, partner, possessions)));
        assertThat(taken.values())
                .allSatisfy(snapshot -> assertThat(snapshot.size()).isGreaterThan(80));
        return taken;
    }

    private static List<String> changes(Map<String, Snapshot> before, Map<String, Snapshot> after) {
        List<String> changes = new ArrayList<>();
        before.forEach((partner, old) -> old.differences(after.get(partner))
                .forEach(question -> changes.add(old.both(after.get(partner), question))));
        return changes;
    }

    /** How many of the flooded council's tickets of that summer the figures have. */
    private static long resolved(Api api) {
        JsonNode items = api.as("board")
                .get("/api/v1/performance/volumes?groupBy=partner&periodicity=WHOLE&partner=%s&from=%s&to=%s"
                        .formatted(FLOODED, Flood.FROM, Flood.TO))
                .ok()
                .path("items");
        for (JsonNode row : items) {
            if (row.path("partner").asText().equals(FLOODED)) {
                return row.path("resolved").asLong();
            }
        }
        throw new AssertionError("no row of " + FLOODED + " in " + items);
    }
}
