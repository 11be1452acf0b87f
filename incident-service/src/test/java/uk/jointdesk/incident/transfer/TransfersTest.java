package uk.jointdesk.incident.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** A ticket goes from one council to another. */
@QuarkusTest
class TransfersTest extends OverHttp {

    @Test
    void the_former_partner_reads_it_up_to_the_transfer_and_the_new_one_all_of_it() {
        String reference = opened("LBL", "");
        handOn(Tokens.desk(), reference, "{\"to\":\"LBS\",\"reason\":\"the caller works for Southwark\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("partner", equalTo("LBS"));
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        as(Tokens.borough("LBS"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.event", contains("LOGGED", "PARTNER_CHANGED", "RESOLVED"))
                .body("items.reason", hasItem("the caller works for Southwark"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .body("partner", equalTo("LBL"))
                .body("status", equalTo("NEW"));
        String former = as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .asString();
        assertThat(former).doesNotContain("Southwark").doesNotContain("LBS").doesNotContain("RESOLVED");
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets?limit=500")
                .then()
                .body("items.reference", not(hasItem(reference)));
    }

    @Test
    void a_transfer_that_makes_no_sense_is_refused() {
        String reference = opened("LBL", "");
        handOn(Tokens.desk(), reference, "{\"to\":\"LBL\",\"reason\":\"r\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transfer-to-holder"));
        handOn(Tokens.desk(), reference, "{\"to\":\"XYZ\",\"reason\":\"r\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-unknown"))
                .body("errors.pointer", contains("/to"));
        handOn(Tokens.desk(), reference, "{\"to\":\"LBS\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        transition(Tokens.desk(), reference, "{\"to\":\"CANCELLED\"}");
        handOn(Tokens.desk(), reference, "{\"to\":\"LBS\",\"reason\":\"r\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void a_ticket_that_is_over_is_not_handed_on_by_a_patch_either() {
        String reference = opened("LBL", "");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}");
        String version = as(Tokens.desk()).get("/api/v1/tickets/" + reference).header("ETag");
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body("{\"partner\":\"LBS\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void one_councils_desk_hands_on_neither_to_others_nor_what_is_not_its_own() {
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        String reference = opened("LBL", "");
        handOn(lewishamsDesk, reference, "{\"to\":\"LBS\",\"reason\":\"r\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        handOn(lewishamsDesk, opened("LBB", ""), "{\"to\":\"LBL\",\"reason\":\"r\"}")
                .then()
                .statusCode(404);
        handOn(Tokens.borough("LBL"), reference, "{\"to\":\"LBS\",\"reason\":\"r\"}")
                .then()
                .statusCode(403);
    }

    private static Response handOn(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/transfer");
    }
}
