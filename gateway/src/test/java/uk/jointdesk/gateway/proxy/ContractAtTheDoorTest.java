package uk.jointdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

/** What the contract does not describe stays outside, and what comes out is held against it. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ContractAtTheDoorTest extends GatewayTest {

    @Inject
    MeterRegistry meters;

    private static ValidatableResponse note(String ticket, String type, String body) {
        return as(Tokens.borough("LBL"))
                .contentType(type)
                .body(body)
                .post("/api/v1/tickets/" + ticket + "/notes")
                .then();
    }

    private static ValidatableResponse items(String query) {
        return as(Tokens.borough("LBL")).get("/api/v1/catalogue?" + query).then();
    }

    @Test
    void a_body_as_described_reaches_the_service_byte_for_byte() {
        String body = "{ \"text\" : \"Zürich\",\n \"more\":null}";
        note("LBL-1", "application/json", body)
                .statusCode(200)
                .body("body", equalTo(body))
                .body("headers.content-length", equalTo(String.valueOf(body.length() + 1)));
    }

    @Test
    void a_field_that_breaks_the_contract_is_named_and_no_service_hears_of_it() {
        note("LBL-1", "application/json", "{\"text\":7}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("body-malformed"))
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].message", equalTo("is not a text"))
                .body("method", nullValue());
        note("LBL-1", "application/json", "{\"text\":\"" + "x".repeat(21) + "\"}")
                .statusCode(422)
                .body("code", equalTo("body-invalid"))
                .body("errors[0].pointer", equalTo("/text"));
        note("LBL-1", "application/json", "{}").statusCode(422).body("errors[0].message", equalTo("is required"));
    }

    @Test
    void whose_ticket_it_is_comes_before_the_body() {
        note("LBB-1", "application/json", "{\"text\":7}")
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("errors", nullValue())
                .body("detail", equalTo("There is nothing here that you may see."));
    }

    @Test
    void a_parameter_outside_the_contract_is_refused_and_its_value_is_not_repeated() {
        items("stat=%3Cscript%3E")
                .statusCode(400)
                .body("code", equalTo("parameter-unknown"))
                .body("errors[0].pointer", equalTo("query:stat"))
                .body(not(containsString("script")));
        items("limit=ten").statusCode(400).body("code", equalTo("parameter-invalid"));
        items("state=AJAR").statusCode(400).body("errors[0].message", equalTo("is one of OPEN, CLOSED"));
    }

    @Test
    void a_media_type_outside_the_contract_is_refused() {
        note("LBL-1", "text/plain", "x").statusCode(415).body("code", equalTo("media-type-unsupported"));
    }

    @Test
    void a_body_longer_than_any_service_reads_is_refused_before_it_is_held() {
        note("LBL-1", "application/json", "{\"text\":\"" + "x".repeat(1_000_001) + "\"}")
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void an_answer_that_breaks_the_contract_is_counted_and_here_it_is_an_error() {
        double before = broken();
        items("state=OPEN").statusCode(500).body("code", equalTo("answer-breaks-contract"));
        assertThat(broken()).isEqualTo(before + 1);
    }

    private double broken() {
        return meters
                .find("jointdesk.gateway.contract.broken")
                .tag("operation", "GET /api/v1/catalogue")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void refusals_are_counted_by_operation_and_code() {
        items("a=1");
        assertThat(meters.get("jointdesk.gateway.contract.refused")
                        .tag("operation", "GET /api/v1/catalogue")
                        .tag("code", "parameter-unknown")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void an_operation_that_will_end_says_so_with_every_answer() {
        as(Tokens.borough("LBL"))
                .get("/api/v1/queues")
                .then()
                .statusCode(200)
                .header("Deprecation", "@1767225600")
                .header("Sunset", "Wed, 31 Mar 2027 00:00:00 GMT");
        as(Tokens.borough("LBL")).get("/api/v1/tickets").then().header("Sunset", nullValue());
    }
}
