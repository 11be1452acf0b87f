package uk.jointdesk.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Who may read what of a ticket that several have to do with. */
@QuarkusTest
class ReadershipTest extends OverHttp {

    @Test
    void notes_for_the_desk_are_not_for_the_council() {
        String reference = opened("LBL", "");
        note(Tokens.desk(), reference, "{\"text\":\"between us\",\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(201);
        note(Tokens.desk(), reference, "{\"text\":\"for all\"}")
                .then()
                .statusCode(201)
                .body("visibility", equalTo("PUBLIC"));
        note(Tokens.borough("LBL"), reference, "{\"text\":\"thanks\",\"visibility\":\"PUBLIC\"}")
                .then()
                .statusCode(201);
        note(Tokens.borough("LBL"), reference, "{\"text\":\"x\",\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(403);
        note(Tokens.desk(), reference, "{\"text\":\"\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/text"));
        String timeline = "/api/v1/tickets/" + reference + "/timeline";
        as(Tokens.desk()).get(timeline).then().body("items.text", hasItem("between us"));
        as(Tokens.borough("LBL"))
                .get(timeline)
                .then()
                .body("items.text", not(hasItem("between us")))
                .body("items.text", hasItem("for all"));
        as(Tokens.desk())
                .get(timeline + "?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue());
    }

    @Test
    void a_ticket_handed_on_is_read_by_the_former_partner_as_it_was() {
        String reference = opened("LBL", "\"queue\":\"Service Desk\"");
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"partner\":\"LBS\",\"title\":\"Southwark's now\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        as(Tokens.borough("LBS"))
                .get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .body("status", equalTo("RESOLVED"))
                .body("queue", equalTo("Service Desk"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .body("partner", equalTo("LBL"))
                .body("status", equalTo("NEW"))
                .body("title", equalTo("printer on fire"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.event", contains("LOGGED"));
        note(Tokens.borough("LBL"), reference, "{\"text\":\"still mine?\"}")
                .then()
                .statusCode(404);
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets?limit=500")
                .then()
                .body("items.reference", not(hasItem(reference)));
        as(Tokens.borough("LBB")).get("/api/v1/tickets/" + reference).then().statusCode(404);
    }

    @Test
    void a_parent_reads_its_sub_bodys_tickets_and_the_sub_body_not_its_parents() {
        String sub = opened("LH", "");
        String parent = opened("LBL", "");
        as(Tokens.borough("LBL")).get("/api/v1/tickets/" + sub).then().statusCode(200);
        as(Tokens.borough("LH")).get("/api/v1/tickets/" + sub).then().statusCode(200);
        as(Tokens.borough("LH")).get("/api/v1/tickets/" + parent).then().statusCode(404);
        as(Tokens.borough("LH")).get("/api/v1/tickets").then().body("items.partner", everyItem(equalTo("LH")));
    }

    private static Response note(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/notes");
    }
}
