package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.catalogue.store.TaskEscalations;

/** A request from the form to the last task, as Oxford's review describes it: at once, in parallel, escalated. */
@QuarkusTest
class FulfilmentOverHttpTest extends Requesting {

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
        transition(DESK, reference, "{\"to\":\"RESOLVED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("approval-pending"));
        decide(DESK, reference, "{\"decision\":\"APPROVED\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("approval-not-yours"));
        decide(LEWISHAMS_HEAD, reference, "{\"decision\":\"APPROVED\",\"reason\":\"in the budget\"}")
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
}
