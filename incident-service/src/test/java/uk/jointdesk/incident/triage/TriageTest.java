package uk.jointdesk.incident.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** The first look at a new ticket. */
@QuarkusTest
class TriageTest extends OverHttp {

    @Test
    void untriaged_tickets_are_new_ones_without_category_or_queue() {
        String title = unique("untriaged");
        String bare = titled(title, "");
        String half = titled(title, ",\"queue\":\"Service Desk\"");
        String whole = titled(title, ",\"queue\":\"Service Desk\",\"category\":\"Network\"");
        String begun = titled(title, "");
        transition(Tokens.desk(), begun, "{\"to\":\"IN_PROGRESS\"}").then().statusCode(200);
        as(Tokens.desk())
                .get("/api/v1/tickets?untriaged=true&q=" + title)
                .then()
                .body("items.reference", contains(half, bare));
        as(Tokens.desk())
                .get("/api/v1/tickets?untriaged=false&q=" + title)
                .then()
                .body("items.reference", hasItems(whole, begun))
                .body("items.reference", not(hasItem(bare)));
        as(Tokens.desk())
                .get("/api/v1/tickets?untriaged=perhaps")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:untriaged"));
    }

    @Test
    void a_ticket_is_triaged_in_one_change_and_one_event() {
        String reference = opened("LBL", "");
        triage(Tokens.desk(), reference, """
                        {"category":"Telephony/Handset","queue":"Telephony","priority":"P3","type":"INCIDENT",
                         "service":"TELEPHONY","assignee":"agent-4711"}""")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("ASSIGNED"))
                .body("category", equalTo("Telephony/Handset"))
                .body("queueOrganisation", equalTo("STS"))
                .body("priority", equalTo("P3"))
                .body("service", equalTo("TELEPHONY"))
                .body("assignee", equalTo("agent-4711"));
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/timeline")
                .then()
                .body("items.event", contains("LOGGED", "ASSIGNED"))
                .body("items[1].changes.queue", equalTo("Telephony"));
        as(Tokens.desk())
                .get("/api/v1/tickets?assignee=agent-4711&service=TELEPHONY")
                .then()
                .body("items.reference", hasItem(reference));
    }

    @Test
    void a_triage_without_an_assignee_leaves_the_ticket_new() {
        String reference = opened("LBL", "");
        triage(Tokens.desk(), reference, "{\"category\":\"Network\",\"queue\":\"Network\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("NEW"))
                .body("priority", equalTo("P2"))
                .body("assignee", nullValue());
        as(Tokens.desk())
                .get("/api/v1/tickets?untriaged=true&q=" + reference)
                .then()
                .body("items.size()", equalTo(0));
    }

    /** BP24, with the matrix: a critical service that is lost is a P1, whoever thinks otherwise has a reason. */
    @Test
    void the_priority_follows_from_the_assessment_and_another_one_needs_a_reason() {
        String assessed = "\"category\":\"Payroll\",\"queue\":\"Service Desk\",\"assessment\":{\"scope\":\"FEW_USERS\","
                + "\"service\":\"PAYROLL\",\"effect\":\"LOST\"}";
        String first = opened("LBL", "");
        triage(Tokens.desk(), first, "{" + assessed + "}")
                .then()
                .statusCode(200)
                .body("priority", equalTo("P1"))
                .body("service", equalTo("PAYROLL"));
        String second = opened("LBL", "");
        triage(Tokens.desk(), second, "{" + assessed + ",\"priority\":\"P2\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("override-reason-required"))
                .body("errors.pointer", contains("/overrideReason"));
        triage(
                        Tokens.desk(),
                        second,
                        "{" + assessed + ",\"priority\":\"P3\",\"overrideReason\":\"pay day was yesterday\"}")
                .then()
                .statusCode(200)
                .body("priority", equalTo("P3"));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + second + "/timeline")
                .then()
                .body("items[1].event", equalTo("PRIORITY_CHANGED"))
                .body("items[1].changes.assessment.assessed", equalTo("P1"))
                .body("items[1].changes.assessment.critical", equalTo(true))
                .body("items[1].changes.assessment.given", equalTo("P3"))
                .body("items[1].changes.assessment.overrideReason", equalTo("pay day was yesterday"));
    }

    @Test
    void a_triage_that_breaks_a_rule_points_at_the_field_and_changes_nothing() {
        String reference = opened("LBL", "");
        triage(Tokens.desk(), reference, "{\"queue\":\"Network\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/category"));
        String whole = "\"category\":\"c\",\"queue\":\"Network\"";
        triage(Tokens.desk(), reference, "{" + whole + ",\"assignee\":\"Jane Doe\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/assignee"));
        triage(Tokens.desk(), reference, "{" + whole + ",\"service\":\"NO-SUCH\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("service-unknown"))
                .body("errors.pointer", contains("/service"));
        triage(
                        Tokens.desk(),
                        reference,
                        "{" + whole
                                + ",\"assessment\":{\"scope\":\"SITE\",\"effect\":\"LOST\",\"service\":\"NO-SUCH\"}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/assessment/service"));
        triage(Tokens.desk(), reference, "{" + whole + ",\"assessment\":{\"scope\":\"SITE\"}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/assessment/effect"));
        as(Tokens.desk()).get("/api/v1/tickets/" + reference).then().body("version", equalTo(1));
    }

    @Test
    void nobody_triages_into_a_queue_that_was_given_up() {
        String code = unique("Q").toUpperCase(java.util.Locale.ROOT);
        String name = unique("team");
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"%s","name":"%s","organisation":"STS","activeFrom":"2020-01-01","activeTo":"2021-01-01"}""".formatted(code, name))
                .post("/api/v1/queues")
                .then()
                .statusCode(201);
        String reference = opened("LBL", "");
        triage(Tokens.desk(), reference, "{\"category\":\"c\",\"queue\":\"" + name + "\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("queue-not-active"));
        triage(Tokens.desk(), reference, "{\"category\":\"c\",\"queue\":\"" + unique("strange") + "\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void a_ticket_that_is_worked_on_is_not_triaged_again() {
        String reference = opened("LBL", "");
        transition(Tokens.desk(), reference, "{\"to\":\"ASSIGNED\",\"assignee\":\"agent-9\"}")
                .then()
                .statusCode(200)
                .body("assignee", equalTo("agent-9"));
        triage(Tokens.desk(), reference, "{\"category\":\"c\",\"queue\":\"Network\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\",\"assignee\":\"agent-9\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("assignee-refused"));
    }

    @Test
    void triage_is_for_the_desk_of_the_tickets_partner() {
        String reference = opened("LBB", "");
        String body = "{\"category\":\"c\",\"queue\":\"Network\"}";
        triage(Tokens.borough("LBB"), reference, body).then().statusCode(403);
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        triage(lewishamsDesk, reference, body).then().statusCode(404);
        triage(lewishamsDesk, reference, "{ not json").then().statusCode(404);
    }

    private static String titled(String title, String more) {
        return open(Tokens.desk(), """
                        {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"%s"%s}""".formatted(title, more)).path("reference");
    }

    private static Response triage(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/triage");
    }
}
