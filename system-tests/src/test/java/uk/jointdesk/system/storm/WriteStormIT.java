package uk.jointdesk.system.storm;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.storm.Desk.Reply;
import uk.jointdesk.system.storm.Retold.State;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/**
 * Many clients that write at once. {@code -Dstorm.writes=100000} makes the storm as big as it is meant to be; a build is
 * content with less.
 */
@OnSuite
class WriteStormIT {

    private static final long WRITES = Long.getLong("storm.writes", 4_000);
    private static final int CLIENTS = 16;
    private static final int WRITERS_ON_ONE = 8;
    private static final int INCREMENTS = 25;
    private static final long SEED = 20_190_228;

    @Test
    void tickets_rebuilt_from_their_events_are_the_tickets_stored(Suite suite, Api api) {
        Desk desk = new Desk(suite, api);
        String category = "Storm/" + UUID.randomUUID();
        String start = end(desk);
        Ledger ledger = new Ledger(WRITES);
        together(CLIENTS, client -> new Writer(desk, ledger, category, SEED + client));

        assertThat(ledger.done()).isEqualTo(WRITES);
        assertThat(ledger.refusals()).as("writers got into each other's way").isNotEmpty();
        assertThat(ledger.references()).doesNotHaveDuplicates();
        Map<String, JsonNode> stored = stored(desk, category);
        assertThat(stored.keySet()).containsExactlyInAnyOrderElementsOf(ledger.references());

        Map<String, Retold> retold = retold(desk, start);
        stored.forEach((reference, ticket) -> {
            assertThat(retold.get(reference).state()).as(reference).isEqualTo(State.stored(ticket));
            assertThat(ticket.path("version").asInt())
                    .as("changes of " + reference)
                    .isEqualTo(1 + ledger.changesOf(reference));
            assertThat(retold.get(reference).events())
                    .as("events of " + reference)
                    .isGreaterThanOrEqualTo(1 + ledger.changesOf(reference));
        });
        ledger.references().stream().limit(200).forEach(reference -> assertThat(notes(desk, reference))
                .as("notes on " + reference)
                .isEqualTo(ledger.notesOf(reference)));
    }

    @Test
    void eight_writers_on_one_ticket_lose_no_update(Suite suite, Api api) {
        Desk desk = new Desk(suite, api);
        String reference = desk.post("/tickets", """
                        {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"0"}""").ok().path("reference").asText();
        together(
                WRITERS_ON_ONE,
                writer -> () -> IntStream.range(0, INCREMENTS).forEach(any -> increment(desk, reference)));

        int all = WRITERS_ON_ONE * INCREMENTS;
        JsonNode ticket = desk.get("desk", "/tickets/" + reference).ok();
        assertThat(ticket.path("title").asInt()).isEqualTo(all);
        assertThat(ticket.path("version").asInt()).isEqualTo(1 + all);
        assertThat(titles(desk, reference))
                .isEqualTo(IntStream.rangeClosed(0, all).boxed().toList());
    }

    /** Adds one to the number that is the title; whoever was overtaken reads again. */
    private static void increment(Desk desk, String reference) {
        Reply written;
        do {
            Reply now = desk.get("desk", "/tickets/" + reference);
            int number = now.ok().path("title").asInt();
            written = desk.patch("/tickets/" + reference, "{\"title\":\"" + (number + 1) + "\"}", now.version());
        } while (written.status() == 412);
        written.ok();
    }

    private static void together(int count, IntFunction<Runnable> client) {
        ExecutorService clients = Executors.newFixedThreadPool(count);
        try {
            CompletableFuture.allOf(IntStream.range(0, count)
                            .mapToObj(client)
                            .map(work -> CompletableFuture.runAsync(work, clients))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            clients.shutdownNow();
        }
    }

    /** Every ticket of the storm as the service lists it. */
    private static Map<String, JsonNode> stored(Desk desk, String category) {
        String query = "/tickets?limit=500&category=" + URLEncoder.encode(category, StandardCharsets.UTF_8);
        List<JsonNode> tickets = new ArrayList<>();
        JsonNode page = desk.get("desk", query).ok();
        page.path("items").forEach(tickets::add);
        while (page.hasNonNull("next")) {
            page = desk.get("desk", query + "&cursor=" + page.path("next").asText())
                    .ok();
            page.path("items").forEach(tickets::add);
        }
        return tickets.stream().collect(toMap(ticket -> ticket.path("reference").asText(), ticket -> ticket));
    }

    private static Map<String, Retold> retold(Desk desk, String start) {
        Map<String, Retold> tickets = new HashMap<>();
        JsonNode page = feed(desk, start);
        while (!page.path("items").isEmpty()) {
            page.path("items").forEach(event -> tickets.computeIfAbsent(
                            event.path("ticket").asText(), any -> new Retold())
                    .take(event));
            page = feed(desk, page.path("next").asText());
        }
        return tickets;
    }

    /** The feed's position after everything that is there. */
    private static String end(Desk desk) {
        JsonNode page = feed(desk, "");
        while (!page.path("items").isEmpty()) {
            page = feed(desk, page.path("next").asText());
        }
        return page.path("next").asText();
    }

    private static JsonNode feed(Desk desk, String after) {
        return desk.get("auditor", "/ticket-events?limit=5000&after=" + after).ok();
    }

    private static long notes(Desk desk, String reference) {
        return timeline(desk, reference).stream()
                .filter(entry -> entry.path("kind").asText().equals("NOTE"))
                .count();
    }

    private static List<Integer> titles(Desk desk, String reference) {
        return timeline(desk, reference).stream()
                .map(entry -> entry.path("changes").path("title").asInt())
                .toList();
    }

    private static List<JsonNode> timeline(Desk desk, String reference) {
        List<JsonNode> entries = new ArrayList<>();
        desk.get("desk", "/tickets/" + reference + "/timeline?limit=500")
                .ok()
                .path("items")
                .forEach(entries::add);
        return entries;
    }
}
