package uk.jointdesk.incident.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** What counts as a response (TC-29 of the scenarios from bug reports of other desks), as callers see it. */
@QuarkusTest
class ResponseTest extends OverHttp {

    @Test
    void tc29_the_first_public_note_of_an_agent_is_the_response_and_a_second_one_is_not() {
        String reference = opened("LBL", "");
        ticket(reference).body("respondedAt", nullValue()).body("response.state", equalTo("NO_TARGET"));

        note(Tokens.desk(), reference, "\"text\":\"We are on it.\"").then().statusCode(201);
        String first = respondedAt(reference);
        assertThat(first).isNotNull();
        pause(5);
        note(Tokens.desk(), reference, "\"text\":\"Still on it.\"").then().statusCode(201);

        assertThat(respondedAt(reference)).isEqualTo(first);
        assertThat(responses(reference)).hasSize(1);
    }

    @Test
    void tc29_an_automatic_acknowledgement_and_an_internal_note_are_no_response() {
        String reference = opened("LBL", "");
        note(Tokens.desk(), reference, "\"text\":\"Thank you for your call.\",\"automatic\":true")
                .then()
                .statusCode(201)
                .body("automatic", equalTo(true));
        note(Tokens.desk(), reference, "\"text\":\"Him again.\",\"visibility\":\"INTERNAL\"")
                .then()
                .statusCode(201);

        ticket(reference).body("respondedAt", nullValue()).body("version", equalTo(1));
    }

    @Test
    void tc29_what_the_council_writes_itself_is_no_response() {
        String reference = opened("LBL", "");
        note(Tokens.borough("LBL"), reference, "\"text\":\"Any news?\"").then().statusCode(201);

        ticket(reference).body("respondedAt", nullValue());
    }

    @Test
    void tc29_resolving_without_a_word_responds_and_a_customers_thanks_restarts_nothing() {
        String reference = opened("LBL", "");
        JsonPath resolved = transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(resolved.getString("respondedAt")).isEqualTo(resolved.getString("resolvedAt"));

        note(Tokens.borough("LBL"), reference, "\"text\":\"Thanks!\"").then().statusCode(201);
        note(Tokens.desk(), reference, "\"text\":\"You are welcome.\"").then().statusCode(201);
        ticket(reference)
                .body("status", equalTo("RESOLVED"))
                .body("reopenCount", equalTo(0))
                .body("respondedAt", equalTo(resolved.getString("resolvedAt")))
                .body("version", equalTo(resolved.getInt("version")));
        assertThat(responses(reference)).isEmpty();
    }

    @Test
    void a_public_note_with_a_transition_responds_and_the_answer_has_the_version_after_it() {
        String reference = opened("LBL", "");
        Response held = transition(
                Tokens.desk(),
                reference,
                "{\"to\":\"ON_HOLD\",\"reason\":\"AWAITING_USER\",\"note\":\"Which room?\",\"visibility\":\"PUBLIC\"}");
        held.then().statusCode(200).body("respondedAt", notNullValue()).body("version", equalTo(3));

        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", held.header("ETag"))
                .body("{\"queue\":\"Service Desk\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
    }

    @Test
    void a_public_note_with_a_move_in_the_past_was_said_then_and_bars_no_move_before_it() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        transition(
                        Tokens.desk(),
                        reference,
                        "{\"to\":\"IN_PROGRESS\",\"at\":\"2021-06-07T08:10:00Z\",\"note\":\"Hello.\",\"visibility\":\"PUBLIC\"}")
                .then()
                .statusCode(200)
                .body("respondedAt", equalTo("2021-06-07T08:10:00Z"));
        String other = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        note(Tokens.desk(), other, "\"text\":\"Hello.\"").then().statusCode(201);
        transition(Tokens.desk(), other, "{\"to\":\"IN_PROGRESS\",\"at\":\"2021-06-07T08:30:00Z\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void a_desk_tells_the_response_itself_and_the_time_used_is_known_without_a_target() {
        String reference = unique("IN");
        String rows = """
                {"reference":"%1$s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P2","title":"VPN"}
                {"reference":"%1$s","event":"RESPONDED","at":"2021-06-07T08:25:00Z"}
                {"reference":"%1$s","event":"RESPONDED","at":"2021-06-07T09:25:00Z"}
                """.formatted(reference);
        assertThat(imported(Tokens.integration("hornbill-lbl", "LBL"), "hornbill-lbl", rows)
                        .getInt("accepted"))
                .isEqualTo(3);
        String ours = as(Tokens.desk())
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + reference)
                .path("items[0].reference");

        sla(ours, "metric=RESPONSE&asOf=2021-06-08T12:00:00Z")
                .body("metric", equalTo("RESPONSE"))
                .body("state", equalTo("NO_TARGET"))
                .body("targetMinutes", nullValue())
                .body("respondedAt", equalTo("2021-06-07T08:25:00Z"))
                .body("consumedMinutes", equalTo(25));
        sla(ours, "asOf=2021-06-07T09:00:00Z")
                .body("metric", equalTo("RESOLUTION"))
                .body("respondedAt", nullValue())
                .body("consumedMinutes", equalTo(60));
    }

    @Test
    void a_response_target_of_the_agreement_is_judged() {
        agreeOnAnHour();
        String late = opened("RESPT", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        ticket(late)
                .body("response.state", equalTo("BREACHED"))
                .body("response.targetMinutes", equalTo(60))
                .body("response.dueAt", equalTo("2021-06-07T09:00:00Z"));
        transition(Tokens.desk(), late, "{\"to\":\"RESOLVED\",\"at\":\"2021-06-07T08:40:00Z\"}")
                .then()
                .statusCode(200)
                .body("response.state", equalTo("MET"))
                .body("respondedAt", equalTo("2021-06-07T08:40:00Z"));
        sla(late, "metric=RESPONSE").body("agreement.code", equalTo("RESPT")).body("remainingMinutes", equalTo(20));
    }

    @Test
    void the_feed_tells_the_response_like_any_event() {
        String reference = opened("LBL", "");
        note(Tokens.desk(), reference, "\"text\":\"Hello.\"").then().statusCode(201);

        assertThat(as(Tokens.desk())
                        .get("/api/v1/tickets/" + reference + "/timeline")
                        .jsonPath()
                        .getList("items.event"))
                .containsExactly("LOGGED", "RESPONDED", null);
        assertThat(feedEvents(reference)).containsExactly("LOGGED", "RESPONDED");
    }

    @Test
    void an_unknown_clock_is_refused_and_somebody_elses_is_not_found() {
        String reference = opened("LBL", "");
        as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/sla?metric=REPLY")
                .then()
                .statusCode(400)
                .body("code", equalTo("metric-unknown"))
                .body("errors.pointer", hasItem("query:metric"));
        as(Tokens.borough("LBB"))
                .get("/api/v1/tickets/" + reference + "/sla?metric=RESPONSE")
                .then()
                .statusCode(404);
    }

    private static void agreeOnAnHour() {
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"RESPT","name":"Answered within the hour","kind":"CUSTOMER","memberFrom":"2020-04-01"}""")
                .post("/api/v1/partners")
                .then()
                .statusCode(201);
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"RESPT","title":"Answered within the hour","versions":[{"version":1,"validFrom":"2020-04-01",
                         "coverage":{"partners":["RESPT"]},
                         "targets":[{"priority":"P2","target":{"serviceMinutes":480},"percent":"95"}],
                         "responseTargets":[{"priority":"P2","target":{"serviceMinutes":60},"percent":"90"}]}]}""")
                .post("/api/v1/agreements")
                .then()
                .statusCode(201)
                .body("versions[0].responseTargets[0].target.serviceMinutes", equalTo(60));
    }

    private static Response note(String token, String reference, String fields) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{" + fields + "}")
                .post("/api/v1/tickets/" + reference + "/notes");
    }

    private static ValidatableResponse ticket(String reference) {
        return as(Tokens.desk()).get("/api/v1/tickets/" + reference).then().statusCode(200);
    }

    private static ValidatableResponse sla(String reference, String query) {
        return as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/sla?" + query)
                .then()
                .statusCode(200);
    }

    private static String respondedAt(String reference) {
        return ticket(reference).extract().path("respondedAt");
    }

    private static List<String> responses(String reference) {
        List<String> events = as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/timeline")
                .jsonPath()
                .getList("items.event");
        return events.stream().filter("RESPONDED"::equals).toList();
    }

    private static List<String> feedEvents(String reference) {
        for (String after = null; ; ) {
            JsonPath page = as(Tokens.suite())
                    .get("/api/v1/ticket-events?limit=5000" + (after == null ? "" : "&after=" + after))
                    .jsonPath();
            List<String> mine = page.getList("items.findAll { it.ticket == '" + reference + "' }.event");
            if (!mine.isEmpty() || page.getList("items").isEmpty()) {
                return mine;
            }
            after = page.getString("next");
        }
    }
}
