package uk.jointdesk.incident.bulkclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Closing a backlog: shown first, done in the background, flagged, and taken back. */
@QuarkusTest
class BulkClosureTest extends BulkClosing {

    @Test
    void a_dry_run_counts_and_lists_and_changes_nothing() {
        String category = unique("attic");
        String old = opened("LBL", "\"category\":\"" + category + "\",\"loggedAt\":\"2019-06-07T09:00:00Z\"");
        String young = opened("LBS", "\"category\":\"" + category + "\"");
        JsonPath shown = dryRun(DESK, "\"filter\":{\"category\":\"" + category + "\"}");
        assertThat(shown.getString("status")).isEqualTo("PLANNED");
        assertThat(shown.getInt("totals.pending")).isEqualTo(2);
        assertThat(shown.getList("items.reference")).containsExactly(old, young);
        assertThat(shown.getList("counts.partner")).containsExactly("LBL", "LBS");
        assertThat(shown.getList("counts.age")).containsExactly("OVER_365_DAYS", "UP_TO_7_DAYS");
        assertThat(shown.getList("counts.priority")).containsExactly("P2", "P2");
        assertThat(ticket(old).getString("status")).isEqualTo("NEW");
        assertThat(ticket(old).getInt("version")).isEqualTo(1);
    }

    @Test
    void what_was_shown_is_closed_and_what_changed_since_is_skipped() {
        String category = unique("attic");
        String untouched = opened("LBL", "\"category\":\"" + category + "\"");
        String touched = opened("LBL", "\"category\":\"" + category + "\"");
        String resolved = opened("LBL", "\"category\":\"" + category + "\"");
        transition(DESK, resolved, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        String shown =
                dryRun(DESK, "\"filter\":{\"category\":\"" + category + "\"}").getString("id");
        transition(DESK, touched, "{\"to\":\"IN_PROGRESS\"}").then().statusCode(200);
        opened("LBL", "\"category\":\"" + category + "\"");

        JsonPath done = closed(DESK, "\"dryRunId\":\"" + shown + "\"");
        assertThat(done.getInt("totals.closed")).isEqualTo(2);
        assertThat(done.getInt("totals.skipped")).isEqualTo(1);
        assertThat(done.getInt("totals.tickets")).isEqualTo(3);
        Map<String, Map<String, Object>> tickets = tickets(done);
        assertThat(tickets.get(untouched).get("events")).isEqualTo(List.of("RESOLVED", "CLOSED"));
        assertThat(tickets.get(resolved).get("events")).isEqualTo(List.of("CLOSED"));
        assertThat(tickets.get(touched).get("cause")).isEqualTo("CHANGED");
        assertThat(ticket(untouched).getString("status")).isEqualTo("CLOSED");
        assertThat(ticket(touched).getString("status")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void nobody_is_asked_how_it_went_when_a_ticket_is_given_up() throws SQLException {
        String givenUp = opened("LBL", "");
        String done = opened("LBL", "");
        transition(DESK, done, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        closed(DESK, references(givenUp, done));
        try (Connection everybody = Database.asTheService("*")) {
            String surveys = "select count(*) from survey where ticket = '";
            assertThat(Database.number(everybody, surveys + givenUp + "'")).isZero();
            assertThat(Database.number(everybody, surveys + done + "'")).isEqualTo(1);
        }
    }

    @Test
    void every_event_it_writes_is_flagged_on_the_timeline_and_on_the_feed() {
        String reference = opened("LBL", "");
        JsonPath done = closed(DESK, references(reference));
        assertThat(done.getString("reason")).isEqualTo("older than the service");
        assertThat(done.getString("authoriser")).isEqualTo("head-of-service");
        String id = done.getString("id");
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.findAll { it.bulkClosure == '" + id + "' }.event", contains("RESOLVED", "CLOSED"));
        assertThat(fed(reference)).containsExactly("LOGGED null", "RESOLVED " + id, "CLOSED " + id);
    }

    @Test
    void undone_every_figure_is_as_before_and_what_was_touched_since_is_left() {
        String reference = opened("LBL", "\"loggedAt\":\"2021-06-07T09:00:00Z\"");
        String touched = opened("LBL", "\"loggedAt\":\"2021-06-07T09:00:00Z\"");
        String asOf = "/api/v1/tickets/" + reference + "/sla?asOf=2030-06-07T09:00:00Z";
        String verdict = as(DESK).get(asOf).asString();
        JsonPath ticket = ticket(reference);
        String id = closed(DESK, references(reference, touched)).getString("id");
        assertThat(as(DESK).get(asOf).asString()).isNotEqualTo(verdict);
        patchTitle(touched);

        undo(DESK, id, "{\"reason\":\"wrong list\"}")
                .then()
                .statusCode(202)
                .body("status", equalTo("UNDOING"))
                .body("undo.reason", equalTo("wrong list"));
        JsonPath done = waitFor(DESK, id, "UNDONE");
        assertThat(done.getInt("totals.undone")).isEqualTo(1);
        assertThat(done.getInt("totals.left")).isEqualTo(1);
        assertThat(tickets(done).get(touched).get("cause")).isEqualTo("CHANGED");
        assertThat(ticket(touched).getString("status")).isEqualTo("CLOSED");
        assertThat(as(DESK).get(asOf).asString()).isEqualTo(verdict);
        assertThat(ticket(reference).getString("status")).isEqualTo("NEW");
        assertThat(ticket(reference).getInt("reopenCount")).isZero();
        assertThat(ticket(reference).getMap("sla")).isEqualTo(ticket.getMap("sla"));
        undo(DESK, id, "{\"reason\":\"again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("bulk-closure-not-completed"));
    }

    @Test
    void a_dry_run_is_carried_out_once_and_not_again_after_its_undo() {
        String reference = opened("LBL", "");
        String shown = "\"dryRunId\":\"" + dryRun(DESK, references(reference)).getString("id") + "\"";
        String id = closed(DESK, shown).getString("id");
        post(DESK, null, body(shown)).then().statusCode(409).body("code", equalTo("dry-run-used"));
        undo(DESK, id, "{\"reason\":\"wrong list\"}").then().statusCode(202);
        waitFor(DESK, id, "UNDONE");
        post(DESK, null, body(shown)).then().statusCode(409).body("code", equalTo("dry-run-used"));
        assertThat(ticket(reference).getString("status")).isEqualTo("NEW");
    }

    @Test
    void of_many_that_carry_a_dry_run_out_at_once_one_does() {
        String shown =
                "\"dryRunId\":\"" + dryRun(DESK, references(opened("LBL", ""))).getString("id") + "\"";
        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(any -> post(DESK, null, body(shown)).statusCode())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(202, 409, 409, 409, 409, 409);
    }

    @Test
    void it_can_be_undone_within_its_period_only() throws SQLException {
        JsonPath done = closed(DESK, references(opened("LBL", "")));
        assertThat(java.time.Duration.between(
                        java.time.Instant.parse(done.getString("finishedAt")),
                        java.time.Instant.parse(done.getString("undoUntil"))))
                .isEqualTo(java.time.Duration.ofDays(7));
        try (Connection service = Database.asTheService("*")) {
            Database.execute(
                    service,
                    "update bulk_closure set undo_until = now() - interval '1 second' where id = '"
                            + done.getString("id") + "'");
        }
        undo(DESK, done.getString("id"), "{\"reason\":\"too late\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("undo-period-over"));
    }

    @Test
    void an_open_list_is_closed_as_it_stands_and_a_request_sent_twice_is_one_closure() {
        String category = unique("attic");
        String reference = opened("LBL", "\"category\":\"" + category + "\"");
        String key = unique("key");
        String body = body("\"filter\":{\"category\":\"" + category + "\",\"status\":[\"NEW\"]}");
        String first = post(DESK, key, body).then().statusCode(202).extract().path("id");
        assertThat(post(DESK, key, body).then().statusCode(202).extract().<String>path("id"))
                .isEqualTo(first);
        assertThat(waitFor(DESK, first, "COMPLETED").getInt("totals.closed")).isEqualTo(1);
        assertThat(ticket(reference).getString("status")).isEqualTo("CLOSED");
        as(DESK).get(PATH).then().statusCode(200).body("items.id", org.hamcrest.Matchers.hasItem(first));
    }
}
