package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** One ticket at a time, as people work. */
@QuarkusTest
class TicketTest extends OverHttp {

    @Test
    void a_council_opens_its_own_ticket_and_reads_it_again() {
        Response opened = open(Tokens.borough("LBL"), """
                {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"no sound","queue":"Service Desk"}""");
        opened.then().statusCode(201).body("reference", startsWith("LBL-")).body("status", equalTo("NEW"));
        String reference = opened.path("reference");
        assertThat(opened.header("Location")).endsWith("/api/v1/tickets/" + reference);
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(opened.header("ETag")))
                .body("queue", equalTo("Service Desk"))
                .body("sla.targetMinutes", equalTo(1200));
    }

    /** TC-21: a ticket that waits from the beginning has one clock, and it has not run. */
    @Test
    void a_ticket_created_on_hold_has_used_nothing_and_comes_back_the_same_when_it_is_sent_again() {
        String key = unique("key");
        String body = """
                {"partner":"LBL","type":"INCIDENT","priority":"P2","title":"waiting","loggedAt":"2021-06-07T09:00:00Z",
                 "status":"ON_HOLD","reason":"AWAITING_USER"}""";
        Response first = keyed(key, body);
        Response second = keyed(key, body);
        first.then().statusCode(201).body("status", equalTo("ON_HOLD")).body("sla.state", equalTo("PAUSED"));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        keyed(key, body.replace("waiting", "other"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + first.path("reference") + "/sla?asOf=2021-06-08T12:00:00Z")
                .then()
                .body("consumedMinutes", equalTo(0))
                .body("state", equalTo("PAUSED"))
                .body("dueAt", nullValue())
                .body("dueIfResumedNow", notNullValue());
    }

    /** TC-23: a raised priority counts the time already used. */
    @Test
    void a_raised_priority_is_due_earlier_at_once() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        patch(reference, "1", "{\"priority\":\"P1\"}").then().statusCode(200).body("priority", equalTo("P1"));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/sla")
                .then()
                .body("targetMinutes", equalTo(240))
                .body("dueAt", equalTo("2021-06-07T12:00:00Z"))
                .body("state", equalTo("BREACHED"));
    }

    @Test
    void a_change_names_the_version_it_starts_from() {
        String reference = opened("LBL", "");
        patch(reference, null, "{\"title\":\"x\"}").then().statusCode(428);
        patch(reference, "7", "{\"title\":\"x\"}").then().statusCode(412);
        patch(reference, "1", "{\"title\":\"x\",\"queue\":\"Networks\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        patch(reference, "1", "{\"title\":\"y\"}").then().statusCode(412);
        patch(reference, "2", "{\"queue\":null}")
                .then()
                .statusCode(200)
                .body("queue", nullValue())
                .body("title", equalTo("x"));
        patch(reference, "3", "{\"title\":\"x\"}").then().statusCode(200).header("ETag", equalTo("\"3\""));
    }

    @Test
    void a_patch_that_breaks_a_rule_points_at_the_field() {
        String reference = opened("LBL", "");
        patch(reference, "1", "{\"status\":\"CLOSED\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/status"));
        patch(reference, "1", "{\"priority\":\"P9\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/priority"));
        patch(reference, "1", "{\"title\":null}").then().statusCode(422).body("errors.pointer", contains("/title"));
        patch(reference, "1", "{\"partner\":\"XYZ\"}").then().statusCode(422).body("code", equalTo("partner-unknown"));
        patch(reference, "1", "[1]").then().statusCode(400);
        patch(reference, "1", "{\"title\":").then().statusCode(400).body("code", equalTo("body-malformed"));
    }

    @Test
    void a_ticket_goes_its_way_and_back_again() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        move(reference, "IN_PROGRESS", "2021-06-07T08:30:00Z").then().statusCode(200);
        transition(Tokens.desk(), reference, """
                        {"to":"ON_HOLD","reason":"AWAITING_SUPPLIER","at":"2021-06-07T09:00:00Z","note":"ring them","visibility":"PUBLIC"}""")
                .then()
                .statusCode(200)
                .body("holdReason", equalTo("AWAITING_SUPPLIER"));
        move(reference, "IN_PROGRESS", "2021-06-07T11:00:00Z")
                .then()
                .statusCode(200)
                .body("holdReason", nullValue());
        move(reference, "RESOLVED", "2021-06-07T12:00:00Z")
                .then()
                .statusCode(200)
                .body("resolvedAt", equalTo("2021-06-07T12:00:00Z"))
                .body("sla.state", equalTo("MET"));
        move(reference, "IN_PROGRESS", "2021-06-07T13:00:00Z")
                .then()
                .statusCode(200)
                .body("reopenCount", equalTo(1));
        move(reference, "RESOLVED", "2021-06-07T13:30:00Z").then().statusCode(200);
        move(reference, "CLOSED", "2021-06-07T14:00:00Z").then().statusCode(200).body("status", equalTo("CLOSED"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/sla")
                .then()
                .body("consumedMinutes", equalTo(150))
                .body("segments.kind", hasItem("PAUSED"))
                .body("segments.kind", hasItem("RESOLVED"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body(
                        "items.findAll { it.kind == 'EVENT' }.event",
                        contains(
                                "LOGGED",
                                "STARTED",
                                "ON_HOLD",
                                "RESPONDED",
                                "STARTED",
                                "RESOLVED",
                                "REOPENED",
                                "RESOLVED",
                                "CLOSED"))
                .body("items.findAll { it.kind == 'NOTE' }.text", contains("ring them"));
    }

    @Test
    void a_wrong_move_is_a_conflict_and_changes_nothing() {
        String reference = opened("LBL", "");
        transition(Tokens.desk(), reference, "{\"to\":\"CLOSED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
        transition(Tokens.desk(), reference, "{\"to\":\"ON_HOLD\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("reason-required"));
        transition(Tokens.desk(), reference, "{\"to\":\"FLYING\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/to"));
        transition(Tokens.desk(), reference, "{\"to\":\"MERGED\",\"into\":\"LBL-9999999\"}")
                .then()
                .statusCode(422);
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\",\"at\":\"2001-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("time-before-last-event"));
        as(Tokens.desk()).get("/api/v1/tickets/" + reference).then().body("version", equalTo(1));
    }

    @Test
    void an_imaginary_local_time_is_refused_by_name() {
        open(Tokens.desk(), """
                        {"partner":"LBL","type":"INCIDENT","priority":"P2","title":"t","loggedAt":"2021-03-28T01:30:00"}""")
                .then()
                .statusCode(422)
                .body("code", equalTo("time-imaginary"))
                .body("errors.pointer", contains("/loggedAt"));
    }

    @Test
    void a_bad_body_is_refused_with_the_field_that_is_wrong() {
        open(Tokens.desk(), "{\"partner\":").then().statusCode(400).contentType("application/problem+json");
        open(Tokens.desk(), "").then().statusCode(400);
        open(Tokens.desk(), "null").then().statusCode(400);
        open(Tokens.desk(), "{\"partner\":\"LBL\",\"mood\":\"bad\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/mood"));
        open(Tokens.desk(), "{\"partner\":\"LBL\",\"type\":\"INCIDENT\",\"priority\":\"P2\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/title"));
        open(Tokens.desk(), "{\"partner\":\"ZZZ\",\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"t\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-unknown"))
                .body("errors.pointer", contains("/partner"));
        open(Tokens.borough("LBL"), "{\"partner\":\"LBB\",\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"t\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        open(Tokens.desk(), "{\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"nobody's\"}")
                .then()
                .statusCode(201)
                .body("reference", startsWith("STS-"))
                .body("sla.state", equalTo("NO_TARGET"));
    }

    @Test
    void a_queue_outside_the_agreement_has_no_target() {
        String reference = opened("LBL", "\"queue\":\"Application team Housing\"");
        as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/sla")
                .then()
                .body("state", equalTo("NO_TARGET"))
                .body("noTarget", equalTo("NOT_COVERED"));
    }

    @Test
    void a_desks_ticket_is_opened_once_and_found_by_the_desks_reference() {
        String number = unique("IN");
        String body = """
                {"partner":"LBL","type":"INCIDENT","priority":"P2","title":"t","source":{"system":"hornbill-lbl","reference":"%s"}}""".formatted(number);
        open(Tokens.desk(), body).then().statusCode(201);
        open(Tokens.desk(), body).then().statusCode(409).body("code", equalTo("ticket-exists"));
        open(Tokens.borough("LBL"), body).then().statusCode(403).body("code", equalTo("source-not-yours"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + number)
                .then()
                .body("items", hasSize(1))
                .body("items[0].source.reference", equalTo(number));
    }

    @Test
    void references_of_one_partner_count_up_whatever_the_others_do() {
        String first = opened("LGA", "");
        opened("LBL", "");
        opened("LBB", "");
        String second = opened("LGA", "");
        assertThat(number(second)).isEqualTo(number(first) + 1);
    }

    private static int number(String reference) {
        return Integer.parseInt(reference.substring(reference.indexOf('-') + 1));
    }

    private static Response keyed(String key, String body) {
        return as(Tokens.desk())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/tickets");
    }

    private static Response move(String reference, String to, String at) {
        return transition(Tokens.desk(), reference, "{\"to\":\"" + to + "\",\"at\":\"" + at + "\"}");
    }

    private static Response patch(String reference, String version, String body) {
        var request =
                as(Tokens.desk()).contentType("application/merge-patch+json").body(body);
        return (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .patch("/api/v1/tickets/" + reference);
    }
}
