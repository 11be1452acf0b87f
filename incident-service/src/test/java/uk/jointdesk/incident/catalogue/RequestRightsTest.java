package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Who may ask, who sees what is to be done, and what happens when two do it at once. */
@QuarkusTest
class RequestRightsTest extends Requesting {

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
        String code = CatalogueOverHttp.added("\"offers\":[" + CatalogueOverHttp.offer("LBL") + "],\"tasks\":["
                + CatalogueOverHttp.task("a", "").replace("Queue a", team) + "," + CatalogueOverHttp.task("b", "\"a\"")
                + "]");
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
            String reference = requested(CatalogueOverHttp.added("\"offers\":[" + CatalogueOverHttp.offer("LBL")
                    + "],\"tasks\":[" + CatalogueOverHttp.task("a", "") + "," + CatalogueOverHttp.task("b", "") + "]"));
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
}
