package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What services downstream read. */
@QuarkusTest
class FeedTest extends OverHttp {

    @Test
    void every_event_comes_once_and_a_reader_goes_on_where_it_was() {
        String start = end();
        String reference = opened("LBL", "\"status\":\"ON_HOLD\",\"reason\":\"AWAITING_USER\",\"queue\":\"Networks\"");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        List<String> events = new ArrayList<>();
        String after = start;
        JsonPath page = page(after, "&limit=1");
        while (!page.getList("items").isEmpty()) {
            assertThat(page.getString("items[0].position")).isEqualTo(page.getString("next"));
            events.add(page.getString("items[0].event"));
            after = page.getString("next");
            page = page(after, "&limit=1");
        }
        assertThat(events).containsExactly("LOGGED", "ON_HOLD", "RESOLVED");
        assertThat(page.getString("next")).isEqualTo(after);
        JsonPath all = page(start, "&limit=5000");
        assertThat(all.getString("items[0].ticket")).isEqualTo(reference);
        assertThat(all.getString("items[0].partner")).isEqualTo("LBL");
        assertThat(all.getString("items[0].queue")).isEqualTo("Networks");
        assertThat(all.getString("items[1].reason")).isEqualTo("AWAITING_USER");
        assertThat(all.getString("items[0].id")).hasSize(32);
    }

    @Test
    void a_writer_that_commits_late_is_waited_for() throws SQLException {
        String slow = opened("LBL", "");
        String start = end();
        try (Connection writer = Database.asTheService("*")) {
            writer.setAutoCommit(false);
            Database.execute(
                    writer,
                    "insert into ticket_event (ticket, digest, event, at, sequence, recorded_at, recorded_by, held_by) values ('"
                            + slow
                            + "', '\\x00112233445566778899aabbccddeeff', 'STARTED', now(), 9, now(), 'late', 'LBL')");
            String quick = opened("LBL", "");
            assertThat(page(start, "").getList("items"))
                    .as("nothing is read past a writer that runs")
                    .isEmpty();
            writer.commit();
            assertThat(page(start, "").getList("items.ticket")).containsExactly(slow, quick);
        }
    }

    @Test
    void a_reader_may_wait_for_what_is_not_there_yet() {
        String start = end();
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> page(start, "&wait=20"));
        pause(300);
        String reference = opened("LBS", "");
        assertThat(waiting.join().getList("items.ticket")).containsExactly(reference);
    }

    @Test
    void nobodys_tickets_are_named_as_such() {
        String start = end();
        open(Tokens.desk(), "{\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"nobody's\"}")
                .then()
                .statusCode(201);
        assertThat(page(start, "").getBoolean("items[0].unattributed")).isTrue();
    }

    @Test
    void the_feed_is_for_services_and_auditors() {
        as(Tokens.auditor()).get("/api/v1/ticket-events?limit=1").then().statusCode(200);
        as(Tokens.desk()).get("/api/v1/ticket-events").then().statusCode(403);
        as(Tokens.borough("LBL")).get("/api/v1/ticket-events").then().statusCode(403);
        as(Tokens.suite()).get("/api/v1/ticket-events?limit=5001").then().statusCode(400);
        as(Tokens.suite())
                .get("/api/v1/ticket-events?wait=31")
                .then()
                .statusCode(400)
                .body("code", equalTo("wait-out-of-range"));
        as(Tokens.suite())
                .get("/api/v1/ticket-events?after=xyz")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
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
        String after = "";
        JsonPath page = page(after, "&limit=5000");
        while (!page.getList("items").isEmpty()) {
            after = page.getString("next");
            page = page(after, "&limit=5000");
        }
        return page.getString("next");
    }
}
