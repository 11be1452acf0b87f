package uk.jointdesk.incident.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What is behind incidents that come again. */
@QuarkusTest
class ProblemTest extends Problems {

    @Test
    void a_problem_becomes_a_known_error_with_a_cause_and_a_way_around_it() {
        String reference = problem("[\"LBB\",\"LBL\"]");
        patch(reference, null, "{\"knownError\":true}").then().statusCode(428);
        patch(reference, "9", "{\"knownError\":true}").then().statusCode(412);
        patch(reference, "1", """
                        {"knownError":true,"knownErrorSince":"2021-06-07","rootCause":"a certificate","workaround":"log on twice",
                         "status":"INVESTIGATING"}""")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("reference", matchesPattern("PRB-\\d{4,}"))
                .body("status", equalTo("INVESTIGATING"))
                .body("knownErrorSince", equalTo("2021-06-07"));
        as(LEWISHAM)
                .get("/api/v1/problems/" + reference)
                .then()
                .statusCode(200)
                .body("workaround", equalTo("log on twice"))
                .body("rootCause", equalTo("a certificate"));
        patch(reference, "2", "{\"status\":\"CLOSED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
        assertThat(as(LEWISHAM)
                        .get("/api/v1/problems?knownError=true&limit=500")
                        .jsonPath()
                        .getList("items.reference"))
                .contains(reference);
        assertThat(as(LEWISHAM)
                        .get("/api/v1/problems?knownError=false&limit=500")
                        .jsonPath()
                        .getList("items.reference"))
                .doesNotContain(reference);
    }

    @Test
    void a_field_that_breaks_a_rule_is_pointed_at() {
        refused("{\"affectedPartners\":[\"LBL\"]}", "/title");
        refused("{\"title\":\"x\",\"affectedPartners\":[\"LBL\",\"XYZ\"]}", "/affectedPartners/1");
        refused(
                "{\"title\":\"x\",\"affectedPartners\":[\"LBL\"],\"knownErrorSince\":\"2021-06-07\"}",
                "/knownErrorSince");
        String reference = problem("[\"LBL\"]");
        patch(reference, "1", "{\"reference\":\"PRB-1\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reference"));
        patch(reference, "1", "{\"status\":\"LOST\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/status"));
        patch(reference, "1", "{\"knownErrorSince\":\"yesterday\",\"knownError\":true}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/knownErrorSince"));
        link(reference, "LBL-9999999").then().statusCode(422).body("errors.pointer", contains("/ticket"));
        as(LEWISHAM)
                .get("/api/v1/problems?status=LOST")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:status"));
    }

    @Test
    void an_incident_linked_twice_counts_once_and_is_taken_off_by_who_knows_the_version() {
        String reference = problem("[\"LBL\"]");
        String ticket = opened("LBL", "");
        link(reference, ticket).then().statusCode(200).header("ETag", equalTo("\"1\""));
        link(reference, ticket)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("recurrence.total", equalTo(1));
        String path = "/api/v1/problems/" + reference + "/incidents/" + ticket;
        json(Tokens.desk()).delete(path).then().statusCode(428);
        json(Tokens.desk()).header("If-Match", "\"2\"").delete(path).then().statusCode(412);
        json(Tokens.desk())
                .header("If-Match", "\"1\"")
                .delete(path)
                .then()
                .statusCode(200)
                .body("recurrence.total", equalTo(0));
        json(Tokens.desk()).header("If-Match", "\"1\"").delete(path).then().statusCode(404);
    }

    @Test
    void a_problem_sent_twice_under_one_key_is_opened_once() {
        String key = unique("problem");
        String body = "{\"title\":\"%s\",\"affectedPartners\":[\"LBL\"]}".formatted(key);
        String first = keyed(key, body).then().statusCode(201).extract().path("reference");
        keyed(key, body).then().statusCode(201).body("reference", equalTo(first));
        keyed(key, body.replace("LBL", "LBB")).then().statusCode(422);
    }

    /** LA41, LB20: in no pack of our councils, so nobody but who sees everybody's reads it. */
    @Test
    void the_always_on_vpn_fault_is_a_known_error_without_a_single_root_cause() {
        as(Tokens.desk())
                .get("/api/v1/problems/PRB-0002")
                .then()
                .statusCode(200)
                .body("knownError", equalTo(true))
                .body("knownErrorSince", nullValue())
                .body("rootCause", nullValue())
                .body("title", equalTo("AlwaysOnVPN remote access fault"))
                .body("recordedFrom", notNullValue());
        as(LEWISHAM).get("/api/v1/problems/PRB-0002").then().statusCode(404);
    }

    /** BM6, BM7. */
    @Test
    void the_two_freja_incidents_of_the_pack_are_one_problem() {
        as(LEWISHAM)
                .get("/api/v1/problems/PRB-0001")
                .then()
                .statusCode(200)
                .body("rootCause", equalTo("Freja security problem"))
                .body("majorIncidents", hasItem("MIR109"))
                .body("majorIncidents", hasItem("MIR112"))
                .body("majorIncidents", not(hasItem("MIR101")));
    }

    private static void refused(String body, String pointer) {
        json(Tokens.desk())
                .body(body)
                .post("/api/v1/problems")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    private static Response keyed(String key, String body) {
        return json(Tokens.desk()).header("Idempotency-Key", key).body(body).post("/api/v1/problems");
    }
}
