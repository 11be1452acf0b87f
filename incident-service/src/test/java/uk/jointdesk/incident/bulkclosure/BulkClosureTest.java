package uk.jointdesk.incident.bulkclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Closing a backlog: shown first, done in the background, flagged, and taken back. */
@QuarkusTest
class BulkClosureTest extends OverHttp {

    private static final String PATH = "/api/v1/tickets/bulk-closures";
    private static final String DESK = Tokens.desk();

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

    @Test
    void a_desk_of_one_council_closes_its_own_and_learns_nothing_of_the_others() {
        String lewisham = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        String own = opened("LBL", "");
        String foreign = opened("LBB", "");
        JsonPath done = closed(lewisham, references(own, foreign, "LBB-9999999"));
        Map<String, Map<String, Object>> tickets = tickets(done, lewisham);
        assertThat(tickets.get(own).get("state")).isEqualTo("CLOSED");
        Map<String, Object> hidden = tickets.get(foreign);
        hidden.put("reference", "LBB-9999999");
        assertThat(hidden).isEqualTo(tickets.get("LBB-9999999")).containsEntry("cause", "NOT_FOUND");
        assertThat(ticket(foreign).getString("status")).isEqualTo("NEW");
        assertThat(done.getList("counts.partner")).containsExactly("LBL");
    }

    @Test
    void a_closure_that_reaches_further_than_the_caller_does_not_exist_for_it() {
        String id = closed(DESK, references(opened("LBL", ""))).getString("id");
        String lewisham = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        as(lewisham).get(PATH + "/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        as(lewisham).get(PATH + "/" + id + "/tickets").then().statusCode(404);
        as(lewisham).get(PATH + "/not-an-id").then().statusCode(404);
        undo(lewisham, id, "{ not json").then().statusCode(404);
        assertThat(as(lewisham).get(PATH + "?limit=500").jsonPath().getList("items.id"))
                .doesNotContain(id);
        post(lewisham, null, body("\"dryRunId\":\"" + id + "\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("dry-run-unknown"));
    }

    @Test
    void closing_in_bulk_is_for_the_desk_and_reading_it_for_who_answers_for_figures() {
        post(Tokens.borough("LBL"), null, body("\"references\":[\"LBL-0000001\"]"))
                .then()
                .statusCode(403);
        post(Tokens.performance(), null, body("\"references\":[\"LBL-0000001\"]"))
                .then()
                .statusCode(403);
        String id = closed(DESK, references(opened("LBL", ""))).getString("id");
        as(Tokens.suite()).get(PATH + "/" + id).then().statusCode(200).body("authoriser", notNullValue());
        as(Tokens.auditor())
                .get(PATH + "/" + id + "/tickets")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void what_is_missing_or_cannot_be_meant_is_refused_by_name() {
        refused("{\"references\":[\"X\"],\"authoriser\":\"a\"}", 422, "/reason");
        refused("{\"references\":[\"X\"],\"reason\":\"r\"}", 422, "/authoriser");
        refused("{\"references\":[\"X\"],\"reason\":\"r\",\"authoriser\":\"Jane Doe\"}", 422, "/authoriser");
        refused(body("\"filter\":{}"), 422, "/filter");
        refused(body("\"filter\":{\"status\":[\"OPEN\"]}"), 422, "/filter/status");
        refused(body("\"filter\":{\"loggedTo\":\"yesterday\"}"), 422, "/filter/loggedTo");
        refused(body("\"filter\":{\"olderThanDays\":-1}"), 422, "/filter/olderThanDays");
        refused("{\"reason\":\"r\",\"authoriser\":\"a\"}", 422, "/filter");
        refused(body("\"references\":[\"X\"],\"filter\":{\"partner\":\"LBL\"}"), 422, "/filter");
        refused(body("\"dryRun\":true,\"dryRunId\":\"00000000-0000-0000-0000-000000000000\""), 422, "/dryRunId");
        post(DESK, null, body("\"references\":[]")).then().statusCode(422);
        as(DESK).get(PATH + "/" + closed(DESK, references(opened("LBL", ""))).getString("id") + "/tickets?state=OPEN")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:state"));
    }

    @Test
    void without_a_scope_no_row_is_seen_and_the_reason_is_written_once() throws SQLException {
        String id = closed(DESK, references(opened("LBL", ""))).getString("id");
        try (Connection nobody = Database.asTheService();
                Connection service = Database.asTheService("*")) {
            for (String table : List.of("bulk_closure", "bulk_closure_ticket")) {
                assertThat(Database.number(nobody, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Database.execute(
                            service, "update bulk_closure set reason = 'another' where id = '" + id + "'"))
                    .withMessageContaining("permission denied");
        }
    }

    private static void refused(String body, int status, String pointer) {
        post(DESK, null, body).then().statusCode(status).body("errors.pointer", contains(pointer));
    }

    static String body(String selection) {
        return "{" + selection + ",\"reason\":\"older than the service\",\"authoriser\":\"head-of-service\"}";
    }

    static String references(String... references) {
        return "\"references\":[\"" + String.join("\",\"", references) + "\"]";
    }

    private static JsonPath dryRun(String token, String selection) {
        return post(token, null, body("\"dryRun\":true," + selection))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath closed(String token, String selection) {
        String id = post(token, null, body(selection))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return waitFor(token, id, "COMPLETED");
    }

    private static Response post(String token, String key, String body) {
        var request = as(token).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(PATH);
    }

    private static Response undo(String token, String id, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(PATH + "/" + id + "/undo");
    }

    static JsonPath waitFor(String token, String id, String status) {
        for (int look = 0; look < 300; look++) {
            JsonPath closure = as(token)
                    .get(PATH + "/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (closure.getString("status").equals(status)) {
                return closure;
            }
            pause(50);
        }
        throw new AssertionError("the bulk closure did not become " + status);
    }

    private static Map<String, Map<String, Object>> tickets(JsonPath closure) {
        return tickets(closure, DESK);
    }

    private static Map<String, Map<String, Object>> tickets(JsonPath closure, String token) {
        List<Map<String, Object>> items = as(token)
                .get(PATH + "/" + closure.getString("id") + "/tickets")
                .jsonPath()
                .getList("items");
        Map<String, Map<String, Object>> byReference = new java.util.HashMap<>();
        items.forEach(item -> byReference.put((String) item.get("reference"), new java.util.HashMap<>(item)));
        return byReference;
    }

    private static JsonPath ticket(String reference) {
        return as(DESK).get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void patchTitle(String reference) {
        as(DESK).contentType("application/merge-patch+json")
                .header("If-Match", "\"" + ticket(reference).getInt("version") + "\"")
                .body("{\"title\":\"looked at\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
    }

    /** The events of a ticket as services downstream read them, each with its flag. */
    private static List<String> fed(String reference) {
        List<String> events = new ArrayList<>();
        String after = "";
        List<Map<String, Object>> items;
        do {
            JsonPath page = as(Tokens.suite())
                    .get("/api/v1/ticket-events?limit=5000&after=" + after)
                    .jsonPath();
            items = page.getList("items");
            items.stream()
                    .filter(item -> reference.equals(item.get("ticket")))
                    .forEach(item -> events.add(item.get("event") + " " + item.get("bulkClosure")));
            after = page.getString("next");
        } while (!items.isEmpty());
        return events;
    }
}
