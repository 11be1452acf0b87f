package uk.jointdesk.incident.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Nobody approves what they asked for themselves, whichever way they come. */
@QuarkusTest
class OwnApprovalTest extends Requesting {

    private static final String APPROVED = "{\"decision\":\"APPROVED\"}";

    @Test
    void who_asked_does_not_approve_and_somebody_else_of_the_same_council_does() {
        String reference = requested(twoAndOne("\"approvalRole\":\"borough-client\""));
        decide(LEWISHAM, reference, APPROVED).then().statusCode(409).body("code", equalTo("approval-own"));
        as(LEWISHAM).get(tasks(reference)).then().body("items.state", everyItem(equalTo("WAITING")));
        assertThat(status(reference)).isEqualTo("ON_HOLD");
        decide(LEWISHAMS_HEAD, reference, APPROVED).then().statusCode(200);
    }

    @Test
    void another_role_or_another_client_in_the_same_hand_approves_no_more() {
        String both = Tokens.of("desk", "two-hats", List.of("borough-client", "service-desk"), List.of("LBL"));
        String elsewhere = Tokens.of("lbl-portal", "two-hats", List.of("service-desk"), List.of("LBL"));
        String code = twoAndOne("\"approvalRole\":\"service-desk\"");
        String reference = as(both).contentType(ContentType.JSON)
                .body("{\"partner\":\"LBL\"}")
                .post("/api/v1/catalogue/" + code + "/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        for (String hat : List.of(both, elsewhere)) {
            decide(hat, reference, APPROVED).then().statusCode(409).body("code", equalTo("approval-own"));
            transition(hat, reference, "{\"to\":\"IN_PROGRESS\"}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("approval-pending"));
        }
        decide(DESK, reference, APPROVED).then().statusCode(200);
    }

    @Test
    void who_asked_may_take_the_request_back() {
        String reference = requested(twoAndOne("\"approvalRole\":\"borough-client\""));
        decide(LEWISHAM, reference, "{\"decision\":\"REJECTED\",\"reason\":\"no longer needed\"}")
                .then()
                .statusCode(200);
        assertThat(status(reference)).isEqualTo("CANCELLED");
    }
}
