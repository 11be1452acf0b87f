package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.catalogue.store.TaskEscalations;
import uk.jointdesk.testkit.Tokens;

/** A request from the form to the last task, as Oxford's review describes it: at once, in parallel, escalated. */
@QuarkusTest
class FulfilmentOverHttpTest extends OverHttp {

    private static final String LEWISHAM = Tokens.borough("LBL");
    private static final String DESK = Tokens.desk();

    @Inject
    TaskEscalations escalations;

    @Test
    void a_request_is_a_p4_ticket_whose_tasks_are_with_their_queues_at_once() {
        String reference = requested(twoAndOne("\"queue\":\"Service Desk\""));
        as(LEWISHAM)
                .get("/api/v1/tickets/" + reference)
                .then()
                .body("type", equalTo("SERVICE_REQUEST"))
                .body("priority", equalTo("P4"))
                .body("queue", equalTo("Service Desk"))
                .body("status", equalTo("NEW"));
        as(LEWISHAM)
                .get(tasks(reference))
                .then()
                .statusCode(200)
                .body("items.code", contains("a", "b", "c"))
                .body("items.state", contains("READY", "READY", "WAITING"))
                .body("items.queue", contains("Queue a", "Queue b", "Queue c"))
                .body("items[0].escalatesAt", notNullValue())
                .body("items[2].escalatesAt", nullValue());
    }

    @Test
    void the_ticket_starts_with_the_first_task_and_is_resolved_by_the_last() {
        String reference = requested(twoAndOne(""));
        move(reference, "a", "{\"state\":\"STARTED\"}").then().statusCode(200).body("state", equalTo("STARTED"));
        assertThat(status(reference)).isEqualTo("IN_PROGRESS");
        move(reference, "c", "{\"state\":\"STARTED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("task-move-not-allowed"));
        move(reference, "a", "{\"state\":\"DONE\"}").then().statusCode(200);
        assertThat(task(reference, "c").get("state").toString()).isEqualTo("WAITING");
        move(reference, "b", "{\"state\":\"DONE\",\"queue\":\"Another team\"}")
                .then()
                .statusCode(200)
                .body("queue", equalTo("Another team"));
        assertThat(task(reference, "c").get("state").toString()).isEqualTo("READY");
        assertThat(status(reference)).isEqualTo("IN_PROGRESS");
        move(reference, "c", "{\"state\":\"DONE\"}").then().statusCode(200);
        assertThat(status(reference)).isEqualTo("RESOLVED");
        move(reference, "c", "{\"queue\":\"Too late\"}").then().statusCode(409);
    }

    @Test
    void tasks_of_a_ticket_that_is_over_stay_as_they_are() {
        String reference = requested(twoAndOne(""));
        transition(DESK, reference, "{\"to\":\"CANCELLED\"}").then().statusCode(200);
        move(reference, "a", "{\"state\":\"DONE\"}").then().statusCode(409).body("code", equalTo("ticket-over"));
        assertThat(task(reference, "a").get("state").toString()).isEqualTo("READY");
    }

    @Test
    void a_task_is_changed_from_the_version_that_was_read() {
        String reference = requested(twoAndOne(""));
        String path = tasks(reference) + "/" + task(reference, "a").get("id");
        as(DESK).contentType(ContentType.JSON)
                .body("{\"state\":\"DONE\"}")
                .patch(path)
                .then()
                .statusCode(428);
        as(DESK).contentType(ContentType.JSON)
                .header("If-Match", "\"99\"")
                .body("{\"state\":\"DONE\"}")
                .patch(path)
                .then()
                .statusCode(412);
        move(reference, "a", "{}").then().statusCode(422).body("errors.pointer", contains("/state"));
        move(reference, "a", "{\"state\":\"READY\"}").then().statusCode(422);
    }

    @Test
    void what_needs_approval_waits_with_its_clock_running_until_the_named_role_decides() {
        String reference = requested(twoAndOne("\"approvalRole\":\"borough-client\""));
        as(LEWISHAM)
                .get("/api/v1/tickets/" + reference)
                .then()
                .body("status", equalTo("ON_HOLD"))
                .body("holdReason", equalTo("OTHER"));
        as(LEWISHAM).get(tasks(reference)).then().body("items.state", everyItem(equalTo("WAITING")));
        move(reference, "a", "{\"state\":\"DONE\"}").then().statusCode(409).body("code", equalTo("approval-pending"));
        decide(DESK, reference, "{\"decision\":\"APPROVED\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("approval-not-yours"));
        decide(LEWISHAM, reference, "{\"decision\":\"APPROVED\",\"reason\":\"in the budget\"}")
                .then()
                .statusCode(200)
                .body("approval.decision", equalTo("APPROVED"))
                .body("approval.decidedBy", equalTo("lbl-client"))
                .body("tasks.state", contains("READY", "READY", "WAITING"));
        assertThat(status(reference)).isEqualTo("NEW");
        decide(LEWISHAM, reference, "{\"decision\":\"REJECTED\",\"reason\":\"no\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval-not-pending"));
    }

    @Test
    void what_is_refused_is_cancelled_with_its_reason() {
        String reference = requested(twoAndOne("\"approvalRole\":\"borough-client\""));
        decide(LEWISHAM, reference, "{\"decision\":\"REJECTED\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        decide(LEWISHAM, reference, "{\"decision\":\"MAYBE\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/decision"));
        decide(LEWISHAM, reference, "{\"decision\":\"REJECTED\",\"reason\":\"no money\"}")
                .then()
                .statusCode(200);
        assertThat(status(reference)).isEqualTo("CANCELLED");
        as(LEWISHAM)
                .get("/api/v1/tickets/" + reference + "/approval")
                .then()
                .body("approval.reason", equalTo("no money"));
    }

    @Test
    void a_form_is_held_to_its_schema_field_by_field() {
        ask("desk-move", "{\"partner\":\"LBL\",\"form\":{\"from\":\"2.14\",\"on\":\"soon\",\"colour\":\"red\"}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("form-refused"))
                .body("errors.pointer", contains("/form/colour", "/form/on", "/form/to"));
        ask("desk-move", "{\"partner\":\"DEMO\"}").then().statusCode(403);
        ask("desk-move", "{\"partner\":\"LBL\",\"form\":{\"from\":\"2.14\",\"to\":\"3.01\",\"on\":\"2021-06-07\"}}")
                .then()
                .statusCode(201)
                .body("form.to", equalTo("3.01"))
                .body("tasks.state", contains("READY", "READY", "WAITING"));
        as(DESK).contentType(ContentType.JSON)
                .body("{\"partner\":\"DEMO\"}")
                .post("/api/v1/catalogue/desk-move/requests")
                .then()
                .statusCode(422)
                .body("code", equalTo("not-offered"))
                .body("errors.pointer", contains("/partner"));
    }

    @Test
    void a_request_sent_twice_is_one_request() {
        String code = twoAndOne("");
        String key = unique("key");
        String first = ask(key, code, "{\"partner\":\"LBL\"}").path("reference");
        assertThat(ask(key, code, "{\"partner\":\"LBL\"}").<String>path("reference"))
                .isEqualTo(first);
    }

    @Test
    void another_council_finds_neither_the_tasks_nor_the_approval() {
        String reference = requested(twoAndOne("\"approvalRole\":\"borough-client\""));
        String brent = Tokens.borough("LBB");
        String brentsDesk = Tokens.of("lbb-desk", List.of("service-desk"), List.of("LBB"));
        as(brent).get(tasks(reference)).then().statusCode(404).body("code", equalTo("not-found"));
        as(brent).get("/api/v1/tickets/" + reference + "/approval").then().statusCode(404);
        decide(brent, reference, "{ not json").then().statusCode(404);
        as(brentsDesk)
                .contentType(ContentType.JSON)
                .body("{ not json")
                .patch(tasks(reference) + "/" + task(reference, "a").get("id"))
                .then()
                .statusCode(404);
        as(LEWISHAM).get(tasks("LBL-9999999")).then().statusCode(404);
        as(LEWISHAM).get(tasks(opened("LBL", ""))).then().statusCode(404);
    }

    @Test
    void a_team_sees_what_it_has_to_do_and_a_desk_of_one_council_only_that_councils() {
        String team = unique("Team");
        String code = CatalogueTest.added("\"offers\":[" + CatalogueTest.offer("LBL") + "],\"tasks\":["
                + CatalogueTest.task("a", "").replace("Queue a", team) + "," + CatalogueTest.task("b", "\"a\"") + "]");
        String first = requested(code);
        String second = requested(code);
        String path = "/api/v1/tickets/tasks?queue=" + team;
        JsonPath page =
                as(DESK).get(path + "&limit=1").then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("items.reference")).containsExactly(first);
        as(DESK).get(path + "&limit=1&cursor=" + page.getString("next"))
                .then()
                .body("items.reference", contains(second))
                .body("items.task.code", contains("a"))
                .body("next", nullValue());
        as(Tokens.of("lbb-desk", List.of("service-desk"), List.of("LBB")))
                .get(path)
                .then()
                .body("items", hasSize(0));
        as(LEWISHAM).get(path).then().statusCode(403);
        move(first, "a", "{\"state\":\"DONE\"}").then().statusCode(200);
        transition(DESK, second, "{\"to\":\"CANCELLED\"}").then().statusCode(200);
        as(DESK).get(path).then().body("items", hasSize(0));
        as(DESK).get(path + "&cursor=x").then().statusCode(400);
    }

    @Test
    void two_last_tasks_done_at_the_same_moment_resolve_the_ticket() {
        for (int round = 0; round < 5; round++) {
            String reference = requested(CatalogueTest.added("\"offers\":[" + CatalogueTest.offer("LBL")
                    + "],\"tasks\":[" + CatalogueTest.task("a", "") + "," + CatalogueTest.task("b", "") + "]"));
            List.of("a", "b").parallelStream()
                    .forEach(code ->
                            move(reference, code, "{\"state\":\"DONE\"}").then().statusCode(200));
            assertThat(status(reference)).isEqualTo("RESOLVED");
        }
    }

    @Test
    void without_a_scope_no_row_of_the_catalogue_is_seen() throws SQLException {
        requested(twoAndOne(""));
        for (String table : List.of("catalogue_item", "catalogue_offer", "catalogue_request", "fulfilment_task")) {
            try (Connection nobody = Database.asTheService();
                    Connection everybody = Database.asTheService("*")) {
                assertThat(Database.number(nobody, "select count(*) from " + table))
                        .as(table)
                        .isZero();
                assertThat(Database.number(everybody, "select count(*) from " + table))
                        .as(table)
                        .isPositive();
            }
        }
    }

    @Test
    void a_task_that_nobody_starts_in_time_is_escalated_once() {
        String reference = requested(twoAndOne(""));
        move(reference, "b", "{\"state\":\"STARTED\"}").then().statusCode(200);
        Instant due = Instant.parse(task(reference, "a").get("escalatesAt").toString());
        Instant readyAt = Instant.parse(task(reference, "a").get("readyAt").toString());
        assertThat(Duration.between(readyAt, due)).isGreaterThanOrEqualTo(Duration.ofMinutes(60));
        escalations.escalate(due.minusMillis(1));
        assertThat(task(reference, "a").get("escalatedAt")).isNull();
        escalations.escalate(due);
        escalations.escalate(due.plusSeconds(3_600));
        assertThat(task(reference, "a").get("escalatedAt")).isNotNull();
        assertThat(task(reference, "b").get("escalatedAt")).isNull();
        JsonPath timeline = as(DESK).get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.text", hasItem(containsString("Do a")))
                .extract()
                .jsonPath();
        assertThat(timeline.getList("items.findAll { it.kind == 'NOTE' }")).hasSize(1);
    }

    /** Two tasks at once and one after them, offered to Lewisham. */
    private static String twoAndOne(String more) {
        return CatalogueTest.added("\"offers\":[" + CatalogueTest.offer("LBL") + "],\"tasks\":["
                + CatalogueTest.task("a", "") + "," + CatalogueTest.task("b", "") + ","
                + CatalogueTest.task("c", "\"a\",\"b\"") + "]" + (more.isEmpty() ? "" : "," + more));
    }

    private static String requested(String code) {
        return ask(code, "{\"partner\":\"LBL\",\"requester\":\"u-4711\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static Response ask(String code, String body) {
        return as(LEWISHAM).contentType(ContentType.JSON).body(body).post("/api/v1/catalogue/" + code + "/requests");
    }

    private static Response ask(String key, String code, String body) {
        return as(LEWISHAM)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/catalogue/" + code + "/requests");
    }

    private static Response decide(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/approval");
    }

    private static Response move(String reference, String code, String body) {
        Map<String, Object> task = task(reference, code);
        return as(DESK).contentType(ContentType.JSON)
                .header("If-Match", "\"" + task.get("version") + "\"")
                .body(body)
                .patch(tasks(reference) + "/" + task.get("id"));
    }

    private static Map<String, Object> task(String reference, String code) {
        return as(DESK).get(tasks(reference))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.code == '" + code + "' }");
    }

    private static String tasks(String reference) {
        return "/api/v1/tickets/" + reference + "/tasks";
    }

    private static String status(String reference) {
        return as(DESK).get("/api/v1/tickets/" + reference).path("status");
    }
}
