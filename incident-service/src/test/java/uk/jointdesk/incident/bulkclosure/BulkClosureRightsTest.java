package uk.jointdesk.incident.bulkclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Who may close in bulk, who sees what was closed, and what is refused. */
@QuarkusTest
class BulkClosureRightsTest extends BulkClosing {

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
}
