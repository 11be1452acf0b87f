package uk.jointdesk.incident.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** How entries of the catalogue are written, and what is refused. */
@QuarkusTest
class CatalogueEntriesTest extends CatalogueOverHttp {

    @Test
    void a_target_that_cannot_be_meant_or_promised_to_nobody_is_refused() {
        String item = "{\"code\":\"x" + System.nanoTime() + "\",\"title\":\"A thing\",\"target\":";
        for (String target : List.of(
                "{}",
                "{\"workingDays\":0}",
                "{\"workingDays\":1,\"serviceMinutes\":5}",
                "{\"workingDays\":1,\"percent\":\"101\"}",
                "{\"workingDays\":1,\"percent\":\"most\"}")) {
            add(item + target + "}")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("target-refused"))
                    .body("errors.pointer", contains("/target"));
        }
        add(item + "{\"workingDays\":1}}").then().statusCode(422).body("errors.pointer", contains("/offers"));
        add(item + "{\"workingDays\":1},\"offers\":[" + offer(customer()) + "]}")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-agreement"));
    }

    @Test
    void an_item_is_changed_from_the_version_that_was_read() {
        String code = added("\"offers\":[" + offer("LBL") + "]");
        as(ADMIN)
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Another\"}")
                .patch(PATH + "/" + code)
                .then()
                .statusCode(428);
        patch(code, 1, "{\"title\":\"Another\",\"approvalRole\":\"incident-manager\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Another"))
                .body("approvalRole", equalTo("incident-manager"))
                .body("offers.partner", contains("LBL"));
        patch(code, 1, "{\"title\":\"Too late\"}").then().statusCode(412);
        patch(code, 2, "{\"approvalRole\":null,\"offers\":[]}")
                .then()
                .statusCode(200)
                .body("approvalRole", equalTo(null))
                .body("offers", empty());
        as(Tokens.borough("LBL")).get(PATH + "/" + code).then().statusCode(404);
        patch(code, 3, "{\"code\":\"other\"}").then().statusCode(422);
        patch("no-such-item", 1, "{}").then().statusCode(404);
    }

    @Test
    void an_item_that_cannot_be_meant_is_refused_fault_by_fault() {
        refused("\"standardChange\":true,\"approvalRole\":\"service-desk\"", "/approvalRole");
        refused("\"form\":{\"type\":\"object\",\"required\":\"x\"}", "/form/required");
        refused("\"tasks\":[" + task("a", "\"b\"") + "," + task("b", "\"a\"") + "]", "/tasks/0/dependsOn");
        refused("\"tasks\":[" + task("a", "\"z\"") + "]", "/tasks/0/dependsOn");
        refused("\"offers\":[{\"partner\":\"XYZ\",\"from\":\"2021-01-01\"}]", "/offers/0/partner");
        refused("\"offers\":[{\"partner\":\"LBL\",\"from\":\"2021-01-02\",\"to\":\"2021-01-01\"}]", "/offers/0/to");
        refused("\"approvalRole\":\"mayor\"", "/approvalRole");
        add("{\"code\":\"Not A Code\",\"title\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/code"));
        String code = added("\"offers\":[]");
        add("{\"code\":\"" + code + "\",\"title\":\"again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("catalogue-item-exists"));
    }

    @Test
    void the_catalogue_is_written_by_who_keeps_the_agreements() {
        String body = "{\"code\":\"x-y\",\"title\":\"x\"}";
        for (String token : new String[] {Tokens.desk(), Tokens.borough("LBL"), Tokens.performance()}) {
            as(token).contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(403);
        }
        String narrow = Tokens.of("lbl-admin", List.of("platform-admin"), List.of("LBL"));
        as(narrow)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("catalogue-not-yours"));
    }
}
