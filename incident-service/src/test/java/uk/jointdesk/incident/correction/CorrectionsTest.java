package uk.jointdesk.incident.correction;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** People take back what should not have been told. */
@QuarkusTest
class CorrectionsTest extends OverHttp {

    @Test
    void a_ticket_resolved_by_mistake_is_open_again_and_both_events_stay_in_its_timeline() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\",\"at\":\"2021-06-07T09:00:00Z\"}");
        String resolved = idOf(reference, "RESOLVED");
        correct(Tokens.desk(), reference, """
                        {"supersedes":"%s","reason":"wrong ticket"}""".formatted(resolved))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("status", equalTo("NEW"))
                .body("reopenCount", equalTo(0))
                .body("resolvedAt", nullValue());
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.event", contains("LOGGED", "RESOLVED", "CORRECTED"))
                .body("items[2].supersedes", equalTo(resolved))
                .body("items[2].reason", equalTo("wrong ticket"));
    }

    @Test
    void a_wrong_time_is_replaced_by_the_right_one_in_one_change() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T10:00:00Z\"");
        correct(Tokens.desk(), reference, """
                        {"supersedes":"%s","reason":"it came by telephone at eight",
                         "replacement":{"at":"2021-06-07T08:00:00Z","priority":"P1"}}""".formatted(idOf(reference, "LOGGED")))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("loggedAt", equalTo("2021-06-07T08:00:00Z"))
                .body("priority", equalTo("P1"))
                .body("title", equalTo("printer on fire"))
                .body("partner", equalTo("LBL"));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/sla")
                .then()
                .body("dueAt", equalTo("2021-06-07T12:00:00Z"));
    }

    @Test
    void a_correction_that_makes_no_sense_is_refused_and_changes_nothing() {
        String reference = opened("LBL", "");
        String logged = idOf(reference, "LOGGED");
        correct(Tokens.desk(), reference, "{\"supersedes\":\"" + logged + "\",\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("logged-needed"))
                .body("errors.pointer", contains("/replacement"));
        String foreign = idOf(opened("LBL", ""), "LOGGED");
        correct(Tokens.desk(), reference, "{\"supersedes\":\"" + foreign + "\",\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("event-unknown"))
                .body("errors.pointer", contains("/supersedes"));
        correct(Tokens.desk(), reference, "{\"supersedes\":\"" + logged + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        correct(
                        Tokens.desk(),
                        reference,
                        "{\"supersedes\":\"" + logged
                                + "\",\"reason\":\"x\",\"replacement\":{\"at\":\"2199-01-01T00:00:00Z\"}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("time-in-future"))
                .body("errors.pointer", contains("/replacement/at"));
        as(Tokens.desk()).get("/api/v1/tickets/" + reference).then().body("version", equalTo(1));
    }

    @Test
    void an_event_is_taken_back_once() {
        String reference = opened("LBL", "");
        transition(Tokens.desk(), reference, "{\"to\":\"CANCELLED\"}");
        String body = "{\"supersedes\":\"" + idOf(reference, "CANCELLED") + "\",\"reason\":\"still wanted\"}";
        correct(Tokens.desk(), reference, body).then().statusCode(200).body("status", equalTo("NEW"));
        correct(Tokens.desk(), reference, body).then().statusCode(409).body("code", equalTo("event-superseded"));
    }

    @Test
    void corrections_are_for_the_desk_of_the_tickets_partner() {
        String reference = opened("LBB", "");
        String body = "{\"supersedes\":\"" + idOf(reference, "LOGGED") + "\",\"reason\":\"x\"}";
        correct(Tokens.borough("LBB"), reference, body).then().statusCode(403);
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        correct(lewishamsDesk, reference, body).then().statusCode(404);
        correct(lewishamsDesk, reference, "{ not json").then().statusCode(404);
    }

    @Test
    void a_transfer_taken_back_returns_the_ticket_but_not_by_the_hand_of_the_other_partner() {
        String reference = opened("LBL", "");
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"to\":\"LBS\",\"reason\":\"theirs\"}")
                .post("/api/v1/tickets/" + reference + "/transfer")
                .then()
                .statusCode(200);
        String body = "{\"supersedes\":\"" + idOf(reference, "PARTNER_CHANGED") + "\",\"reason\":\"not theirs\"}";
        correct(Tokens.of("lbs-desk", List.of("service-desk"), List.of("LBS")), reference, body)
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        correct(Tokens.desk(), reference, body).then().statusCode(200).body("partner", equalTo("LBL"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.event", hasItem("CORRECTED"));
    }

    private static String idOf(String reference, String event) {
        return as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/timeline?limit=500")
                .path("items.find { it.event == '" + event + "' }.id");
    }

    private static Response correct(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/corrections");
    }
}
