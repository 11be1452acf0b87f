package uk.jointdesk.incident.priority;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** The priority that follows, and the ticket that is opened with it. */
@QuarkusTest
class PriorityAssessmentTest extends OverHttp {

    @Test
    void a_preview_names_the_line_of_the_agreement_that_decides() {
        assess(Tokens.borough("LBL"), """
                        {"partner":"LBL","scope":"FEW_USERS","service":"PAYROLL","effect":"DEGRADED"}""")
                .then()
                .statusCode(200)
                .body("priority", equalTo("P1"))
                .body("critical", equalTo(true))
                .body("line", equalTo("CRITICAL_SERVICE_OUTAGE"))
                .body("definition", startsWith("a critical service"));
        assess(Tokens.desk(), """
                        {"partner":"LGA","scope":"FEW_USERS","service":"PAYROLL","effect":"DEGRADED"}""").then().body("priority", equalTo("P2")).body("critical", equalTo(false));
        assess(Tokens.desk(), "{\"scope\":\"SINGLE_USER\",\"effect\":\"LOST\",\"workaround\":true}")
                .then()
                .body("priority", equalTo("P3"));
        assess(Tokens.desk(), "{\"type\":\"SERVICE_REQUEST\",\"scope\":\"WHOLE_COUNCIL\",\"effect\":\"LOST\"}")
                .then()
                .body("priority", equalTo("P4"))
                .body("line", equalTo("STANDARD_REQUEST"));
    }

    @Test
    void a_question_that_cannot_be_meant_points_at_the_field() {
        assess(Tokens.desk(), "{\"effect\":\"LOST\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/scope"));
        assess(Tokens.desk(), "{\"scope\":\"SITE\",\"effect\":\"GONE\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/effect"));
        assess(Tokens.desk(), "{\"scope\":\"SITE\",\"effect\":\"LOST\",\"service\":\"NO-SUCH\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("service-unknown"))
                .body("errors.pointer", contains("/service"));
    }

    @Test
    void a_council_asks_for_itself_only() {
        assess(Tokens.borough("LBL"), "{\"partner\":\"LBB\",\"scope\":\"SITE\",\"effect\":\"LOST\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        assess(Tokens.auditor(), "{\"scope\":\"SITE\",\"effect\":\"LOST\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void a_ticket_is_opened_with_an_assessment_instead_of_a_priority() {
        String reference = open(Tokens.borough("LBL"), """
                        {"partner":"LBL","type":"INCIDENT","title":"no e-mail","queue":"Service Desk",
                         "assessment":{"scope":"WHOLE_COUNCIL","service":"EMAIL","effect":"LOST"}}""")
                .then()
                .statusCode(201)
                .body("priority", equalTo("P1"))
                .body("service", equalTo("EMAIL"))
                .body("sla.targetMinutes", equalTo(240))
                .extract()
                .path("reference");
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items[0].changes.assessment.scope", equalTo("WHOLE_COUNCIL"))
                .body("items[0].changes.assessment.assessed", equalTo("P1"));
    }

    @Test
    void an_override_when_a_ticket_is_opened_is_a_fact_with_its_reason() {
        String body = """
                {"partner":"LBL","type":"INCIDENT","title":"one phone","priority":"P1",
                 "assessment":{"scope":"SINGLE_USER","effect":"LOST"}%s}""";
        open(Tokens.desk(), body.formatted(""))
                .then()
                .statusCode(422)
                .body("code", equalTo("override-reason-required"));
        String reference = open(Tokens.desk(), body.formatted(",\"overrideReason\":\"it is the emergency line\""))
                .then()
                .statusCode(201)
                .body("priority", equalTo("P1"))
                .extract()
                .path("reference");
        as(Tokens.desk())
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items[0].changes.assessment.assessed", equalTo("P3"))
                .body("items[0].changes.assessment.overrideReason", equalTo("it is the emergency line"));
        open(Tokens.desk(), "{\"partner\":\"LBL\",\"type\":\"INCIDENT\",\"title\":\"neither\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/priority"));
    }

    private static Response assess(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/priority-assessments");
    }
}
