package uk.jointdesk.incident.businessservice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** What councils work with, and for whom it is critical. */
@QuarkusTest
class BusinessServicesTest extends OverHttp {

    @Test
    void the_register_starts_with_the_services_that_the_board_papers_name() {
        as(Tokens.desk())
                .get("/api/v1/services")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("TELEPHONY", "REMOTE-ACCESS", "INTERNET", "PAYROLL", "SAFEGUARDING"))
                .body("items.find { it.code == 'TELEPHONY' }.supplier", equalTo("8x8"))
                .body("items.find { it.code == 'SAFEGUARDING' }.criticalFor.partner", contains("LBB", "LBL", "LBS"));
    }

    @Test
    void a_council_reads_only_whether_a_service_is_critical_for_itself() {
        as(Tokens.borough("LBL"))
                .get("/api/v1/services/PAYROLL")
                .then()
                .statusCode(200)
                .body("criticalFor.partner", everyItem(equalTo("LBL")))
                .body("criticalFor.partner", is(not(List.of())));
        as(Tokens.borough("LGA")).get("/api/v1/services/PAYROLL").then().body("criticalFor", is(List.of()));
        as(Tokens.borough("LBL")).get("/api/v1/services/NO-SUCH").then().statusCode(404);
    }

    @Test
    void a_service_is_critical_in_its_span_of_days_only() {
        String code = unique("S").toUpperCase(Locale.ROOT);
        String etag = add(Tokens.admin(), code, "[{\"partner\":\"LBL\",\"from\":\"2018-01-01\",\"to\":\"2018-12-31\"}]")
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        assess(code).then().body("priority", equalTo("P2")).body("critical", equalTo(false));
        patch(code, etag, "{\"criticalFor\":[{\"partner\":\"LBL\",\"from\":\"2018-01-01\"}]}")
                .then()
                .statusCode(200)
                .body("name", equalTo("A service"));
        assess(code).then().body("priority", equalTo("P1")).body("critical", equalTo(true));
        patch(code, etag, "{\"name\":\"too late\"}").then().statusCode(412);
        patch(code, null, "{\"name\":\"no version\"}").then().statusCode(428);
    }

    @Test
    void an_entry_that_breaks_a_rule_points_at_the_field() {
        String code = unique("S").toUpperCase(Locale.ROOT);
        add(Tokens.admin(), code, "[{\"partner\":\"NOBODY\",\"from\":\"2018-01-01\"}]")
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-unknown"))
                .body("errors.pointer", contains("/criticalFor/0/partner"));
        add(Tokens.admin(), code, "[{\"partner\":\"LBL\",\"from\":\"2018-01-01\",\"to\":\"2017-01-01\"}]")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/criticalFor/0/to"));
        add(
                        Tokens.admin(),
                        code,
                        "[{\"partner\":\"LBL\",\"from\":\"2018-01-01\"},{\"partner\":\"LBL\",\"from\":\"2019-01-01\"}]")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/criticalFor/1"));
        add(Tokens.admin(), "EMAIL", "[]").then().statusCode(409).body("code", equalTo("service-exists"));
    }

    @Test
    void one_councils_desk_does_not_write_the_register_of_all() {
        add(Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL")), "LBL-ONLY", "[]")
                .then()
                .statusCode(403)
                .body("code", equalTo("register-not-yours"));
        add(Tokens.borough("LBL"), "LBL-ONLY", "[]").then().statusCode(403);
    }

    @Test
    void a_ticket_names_the_service_that_is_affected_and_lists_go_by_it() {
        String category = unique("category");
        String reference = opened("LBS", "\"service\":\"INTERNET\",\"category\":\"" + category + "\"");
        opened("LBS", "\"service\":\"EMAIL\",\"category\":\"" + category + "\"");
        as(Tokens.desk())
                .get("/api/v1/tickets?service=INTERNET&category=" + category)
                .then()
                .body("items.reference", contains(reference));
        open(Tokens.desk(), """
                        {"partner":"LBL","type":"INCIDENT","priority":"P2","title":"t","service":"NO-SUCH"}""")
                .then()
                .statusCode(422)
                .body("code", equalTo("service-unknown"))
                .body("errors.pointer", contains("/service"));
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"service\":\"TELEPHONY\",\"assignee\":\"agent-1\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .body("service", equalTo("TELEPHONY"))
                .body("assignee", equalTo("agent-1"));
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"2\"")
                .body("{\"service\":\"NO-SUCH\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/service"));
    }

    private static Response assess(String service) {
        return as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("""
                        {"partner":"LBL","scope":"FEW_USERS","service":"%s","effect":"LOST"}""".formatted(service))
                .post("/api/v1/priority-assessments");
    }

    private static Response add(String token, String code, String criticalFor) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"%s","name":"A service","supplier":"A supplier","criticalFor":%s}""".formatted(code, criticalFor))
                .post("/api/v1/services");
    }

    private static Response patch(String code, String etag, String body) {
        var request =
                as(Tokens.admin()).contentType("application/merge-patch+json").body(body);
        return (etag == null ? request : request.header("If-Match", etag)).patch("/api/v1/services/" + code);
    }
}
