package uk.jointdesk.incident.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Tickets that have to do with each other. */
@QuarkusTest
class LinksTest extends OverHttp {

    private static final String LEWISHAMS_DESK =
            Tokens.of("lbl-desk", List.of("service-desk", "borough-client"), List.of("LBL"));

    @Test
    void a_link_is_read_from_both_sides_each_in_its_own_words() {
        String child = opened("LBL", "");
        String parent = opened("LBL", "");
        link(Tokens.desk(), child, "CHILD_OF", parent)
                .then()
                .statusCode(201)
                .body("kind", equalTo("CHILD_OF"))
                .body("ticket", equalTo(parent));
        String duplicate = opened("LBL", "");
        link(Tokens.desk(), parent, "DUPLICATED_BY", duplicate).then().statusCode(201);
        links(Tokens.borough("LBL"), parent)
                .then()
                .body("items.kind", contains("PARENT_OF", "DUPLICATED_BY"))
                .body("items.ticket", contains(child, duplicate));
        links(Tokens.borough("LBL"), duplicate).then().body("items.kind", contains("DUPLICATE_OF"));
    }

    @Test
    void a_link_that_makes_no_sense_is_refused() {
        String one = opened("LBL", "");
        String two = opened("LBL", "");
        link(Tokens.desk(), one, "CAUSED_BY", one).then().statusCode(422).body("code", equalTo("link-to-itself"));
        link(Tokens.desk(), one, "CAUSED_BY", "LBL-9999999")
                .then()
                .statusCode(422)
                .body("code", equalTo("ticket-unknown"))
                .body("errors.pointer", contains("/ticket"));
        link(Tokens.desk(), one, "COUSIN_OF", two).then().statusCode(400).body("errors.pointer", contains("/kind"));
        link(Tokens.desk(), one, "CHILD_OF", two).then().statusCode(201);
        link(Tokens.desk(), two, "PARENT_OF", one).then().statusCode(409).body("code", equalTo("link-exists"));
        link(Tokens.desk(), two, "CHILD_OF", one).then().statusCode(409).body("code", equalTo("link-circle"));
        link(Tokens.desk(), one, "CHILD_OF", opened("LBL", ""))
                .then()
                .statusCode(409)
                .body("code", equalTo("link-second-parent"));
    }

    @Test
    void a_link_to_another_councils_ticket_is_the_services_own_knowledge() throws SQLException {
        String lewishams = opened("LBL", "");
        String brents = opened("LBB", "");
        link(Tokens.desk(), lewishams, "CAUSED_BY", brents).then().statusCode(201);
        links(Tokens.desk(), lewishams).then().body("items.ticket", contains(brents));
        links(Tokens.borough("LBL"), lewishams).then().body("items", hasSize(0));
        links(Tokens.borough("LBB"), brents).then().body("items", hasSize(0));
        assertThat(as(Tokens.borough("LBL"))
                        .get("/api/v1/tickets/" + lewishams + "/timeline")
                        .asString())
                .doesNotContain(brents);
        links(Tokens.borough("LBL"), brents).then().statusCode(404);
        try (Connection lewisham = Database.asTheService("LBL")) {
            assertThat(Database.number(lewisham, "select count(*) from ticket_link where ticket = '" + lewishams + "'"))
                    .isZero();
        }
    }

    @Test
    void a_council_cannot_link_to_what_it_may_not_see_and_learns_nothing_by_trying() {
        String lewishams = opened("LBL", "");
        String brents = opened("LBB", "");
        Response foreign = link(LEWISHAMS_DESK, lewishams, "CAUSED_BY", brents);
        Response unknown = link(LEWISHAMS_DESK, lewishams, "CAUSED_BY", "LBB-9999999");
        foreign.then().statusCode(422).body("code", equalTo("ticket-unknown"));
        assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(unknown));
        link(LEWISHAMS_DESK, brents, "CAUSED_BY", lewishams).then().statusCode(404);
        link(Tokens.borough("LBL"), lewishams, "CAUSED_BY", opened("LBL", ""))
                .then()
                .statusCode(403);
    }

    @Test
    void a_link_taken_away_is_gone_and_stays_in_the_timelines() {
        String one = opened("LBL", "");
        String two = opened("LBL", "");
        Response made = link(Tokens.desk(), one, "CAUSED_BY", two);
        String path = "/api/v1/tickets/" + two + "/links/" + made.path("id");
        as(Tokens.desk()).delete(path).then().statusCode(428);
        as(Tokens.desk()).header("If-Match", "\"7\"").delete(path).then().statusCode(412);
        as(LEWISHAMS_DESK)
                .header("If-Match", made.header("ETag"))
                .delete(path.replace(two, opened("LBL", "")))
                .then()
                .statusCode(404);
        as(Tokens.desk())
                .header("If-Match", made.header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        as(Tokens.desk())
                .header("If-Match", made.header("ETag"))
                .delete(path)
                .then()
                .statusCode(404);
        links(Tokens.desk(), one).then().body("items", hasSize(0));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + two + "/timeline")
                .then()
                .body("items.findAll { it.kind == 'LINK' }.event", contains("LINKED", "UNLINKED"))
                .body("items.findAll { it.kind == 'LINK' }.link", contains("CAUSE_OF", "CAUSE_OF"))
                .body("items.findAll { it.kind == 'LINK' }.ticket", contains(one, one));
        link(Tokens.desk(), one, "CAUSED_BY", two)
                .then()
                .statusCode(201)
                .body("id", not(equalTo(made.<String>path("id"))));
    }

    private static Response links(String token, String reference) {
        return as(token).get("/api/v1/tickets/" + reference + "/links");
    }

    private static Response link(String token, String reference, String kind, String other) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("""
                        {"kind":"%s","ticket":"%s"}""".formatted(kind, other))
                .post("/api/v1/tickets/" + reference + "/links");
    }

    private static String withoutRequestId(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
