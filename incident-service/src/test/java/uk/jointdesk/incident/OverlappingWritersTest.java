package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** The feed beside transactions that overlap: short ones, late ones, taken back ones, several at one ticket. */
@QuarkusTest
class OverlappingWritersTest extends OverHttp {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 25;
    private static final int TICKETS = 5;
    private static final long SEED = 20_181_101;

    private final Queue<Told> committed = new ConcurrentLinkedQueue<>();

    /** An event of a ticket and its place among that ticket's. */
    private record Told(String ticket, long sequence, String id) {}

    @Test
    void a_reader_misses_nothing_sees_nothing_twice_and_each_ticket_in_its_own_order() {
        List<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(any -> opened("LBL", "")).toList();
        String start = end();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        CompletableFuture<List<Told>> reading = CompletableFuture.supplyAsync(() -> read(start, tickets, over));
        CompletableFuture.allOf(IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, tickets), writers))
                        .toArray(CompletableFuture[]::new))
                .join();
        writers.shutdown();
        over.set(true);
        List<Told> seen = reading.join();

        assertThat(committed).hasSizeGreaterThan(WRITERS * TRANSACTIONS / 2);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(committed);
        Map<String, List<Long>> orders = seen.stream()
                .collect(Collectors.groupingBy(Told::ticket, Collectors.mapping(Told::sequence, Collectors.toList())));
        assertThat(orders).hasSize(TICKETS);
        orders.values().forEach(order -> assertThat(order)
                .isEqualTo(LongStream.rangeClosed(1, order.size()).boxed().toList()));
    }

    /** Reads in small pages, all the while the writers write, and once more when they have ended. */
    private static List<Told> read(String start, List<String> tickets, AtomicBoolean over) {
        List<Told> seen = new ArrayList<>();
        String after = start;
        boolean last = false;
        while (!last) {
            boolean ended = over.get();
            JsonPath page = page(after, "&limit=7");
            List<Map<String, Object>> items = page.getList("items");
            items.stream()
                    .filter(item -> tickets.contains((String) item.get("ticket")))
                    .map(item ->
                            new Told((String) item.get("ticket"), ((Number) item.get("sequence")).longValue(), (String)
                                    item.get("id")))
                    .forEach(seen::add);
            after = page.getString("next");
            last = ended && items.isEmpty();
        }
        return seen;
    }

    private void write(int writer, List<String> tickets) {
        Random chance = new Random(SEED + writer);
        try (Connection connection = Database.asTheService("*")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TRANSACTIONS; i++) {
                transaction(connection, tickets.get(chance.nextInt(TICKETS)), chance, writer);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Locks the ticket as the service does, adds to it, dawdles, and in one of five cases takes all of it back. */
    private void transaction(Connection connection, String ticket, Random chance, int writer) throws SQLException {
        Database.number(connection, "select version from ticket where reference = '" + ticket + "' for update");
        long before = Database.number(
                connection,
                "select count(*) from ticket_event where recorded_by = 'overlap' and ticket = '" + ticket + "'");
        List<Told> told = new ArrayList<>();
        for (int i = 0; i <= chance.nextInt(3); i++) {
            told.add(added(connection, ticket, before + 1 + told.size(), chance));
        }
        pause(writer == 0 ? 100 : chance.nextInt(12));
        if (chance.nextInt(5) == 0) {
            connection.rollback();
        } else {
            connection.commit();
            committed.addAll(told);
        }
    }

    private static Told added(Connection connection, String ticket, long sequence, Random chance) throws SQLException {
        byte[] digest = new byte[32];
        chance.nextBytes(digest);
        String text = HexFormat.of().formatHex(digest);
        Database.execute(
                connection,
                "insert into ticket_event (ticket, digest, event, at, sequence, recorded_at, recorded_by, held_by)"
                        + " values ('" + ticket + "', '\\x" + text + "', 'CATEGORISED', now(), " + sequence
                        + ", now(), 'overlap', 'LBL')");
        return new Told(ticket, sequence, text.substring(0, 32));
    }

    private static JsonPath page(String after, String more) {
        return as(Tokens.suite())
                .get("/api/v1/ticket-events?after=" + after + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The position after everything that is there. */
    private static String end() {
        JsonPath page = page("", "&limit=5000");
        while (!page.getList("items").isEmpty()) {
            page = page(page.getString("next"), "&limit=5000");
        }
        return page.getString("next");
    }
}
