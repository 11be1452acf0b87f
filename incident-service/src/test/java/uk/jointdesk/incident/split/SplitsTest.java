package uk.jointdesk.incident.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** One ticket that turned out to be several. */
@QuarkusTest
class SplitsTest extends OverHttp {

    @Test
    void the_parts_begin_when_the_original_was_logged_if_the_desk_says_so() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\",\"queue\":\"Network\"");
        List<String> parts = split(Tokens.desk(), reference, """
                        {"loggedAt":"ORIGINAL","reason":"two faults",
                         "tickets":[{"title":"no network"},{"title":"no telephone","queue":"Telephony","priority":"P3"}]}""")
                .then()
                .statusCode(201)
                .body("items", hasSize(2))
                .body("items.loggedAt", everyItem(equalTo("2021-06-07T08:00:00Z")))
                .body("items.partner", everyItem(equalTo("LBL")))
                .body("items.priority", contains("P2", "P3"))
                .body("items.queue", contains("Network", "Telephony"))
                .extract()
                .path("items.reference");
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/links")
                .then()
                .body("items.kind", everyItem(equalTo("SPLIT_INTO")))
                .body("items.ticket", equalTo(parts));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.reason", hasItem("two faults"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference)
                .then()
                .body("status", equalTo("NEW"))
                .body("version", equalTo(2));
    }

    @Test
    void the_parts_begin_now_if_the_desk_says_so() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        split(
                        Tokens.desk(),
                        reference,
                        "{\"loggedAt\":\"NOW\",\"reason\":\"another fault\",\"tickets\":[{\"title\":\"t\"}]}")
                .then()
                .statusCode(201)
                .body("items[0].loggedAt", not(equalTo("2021-06-07T08:00:00Z")))
                .body("items[0].sla.state", equalTo("RUNNING"));
    }

    @Test
    void a_split_sent_twice_happens_once_and_one_that_fails_leaves_nothing() {
        String queue = unique("queue");
        String reference = opened("LBL", "\"queue\":\"" + queue + "\"");
        String body = "{\"loggedAt\":\"NOW\",\"reason\":\"r\",\"tickets\":[{\"title\":\"a\"},{\"title\":\"b\"}]}";
        String key = unique("key");
        Response first = keyed(reference, key, body);
        Response second = keyed(reference, key, body);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count(queue)).isEqualTo(3);
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(body)
                .post("/api/v1/tickets/" + reference + "/splits")
                .then()
                .statusCode(412);
        transition(Tokens.desk(), reference, "{\"to\":\"CANCELLED\"}");
        split(Tokens.desk(), reference, body).then().statusCode(409).body("code", equalTo("transition-not-allowed"));
        assertThat(count(queue)).isEqualTo(3);
    }

    @Test
    void a_split_that_breaks_a_rule_points_at_the_field() {
        String reference = opened("LBL", "");
        split(Tokens.desk(), reference, "{\"loggedAt\":\"NOW\",\"reason\":\"r\",\"tickets\":[]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/tickets"));
        split(Tokens.desk(), reference, "{\"reason\":\"r\",\"tickets\":[{\"title\":\"t\"}]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/loggedAt"));
        split(Tokens.desk(), reference, "{\"loggedAt\":\"SOON\",\"reason\":\"r\",\"tickets\":[{\"title\":\"t\"}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/loggedAt"));
    }

    @Test
    void another_councils_ticket_is_not_split() {
        String brents = opened("LBB", "");
        String body = "{\"loggedAt\":\"NOW\",\"reason\":\"r\",\"tickets\":[{\"title\":\"t\"}]}";
        split(Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL")), brents, body)
                .then()
                .statusCode(404);
        split(Tokens.borough("LBB"), brents, body).then().statusCode(403);
    }

    private static int count(String queue) {
        return as(Tokens.desk()).get("/api/v1/tickets?queue=" + queue).path("items.size()");
    }

    private static Response keyed(String reference, String key, String body) {
        return as(Tokens.desk())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/tickets/" + reference + "/splits");
    }

    private static Response split(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/splits");
    }
}
