package uk.jointdesk.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

/** What those who run the suite ask of the gateway. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class OperatingTest extends GatewayTest {

    @Test
    void readiness_names_each_service() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItems("incident-service", "kpi-service", "finance-service", "gateway-database"))
                .body("checks.data.state", everyItem(is("ready")));
    }

    @Test
    void metrics_are_for_those_who_run_the_suite() {
        given().get("/q/metrics").then().statusCode(401).body("code", equalTo("token-required"));
        as(Tokens.borough("LBL")).get("/q/metrics").then().statusCode(403).body("code", equalTo("not-allowed"));
        as(Tokens.admin()).get("/q/metrics").then().statusCode(200);
    }

    @Test
    void metrics_tell_operations_partners_and_refusals_apart_and_nothing_that_callers_choose() {
        as(Tokens.borough("LBL")).get("/api/v1/tickets/LBL-0000042");
        as(Tokens.borough("LBL")).get("/api/v1/tickets?q=somebody");
        as(Tokens.borough("LBL")).get("/api/v1/tickets?partner=LBB");
        as(Tokens.borough("LBL")).get("/api/v1/made-up-by-a-caller");
        String metrics = as(Tokens.admin()).get("/q/metrics").asString();
        assertThat(metrics)
                .contains("jointdesk_gateway_requests_seconds_count{operation=\"GET /api/v1/tickets/{reference}\"")
                .contains("jointdesk_gateway_partner_requests_total{outcome=\"2xx\",partner=\"LBL\"")
                .contains("jointdesk_gateway_refusals_total{code=\"not-found\"")
                .doesNotContain("LBL-0000042", "somebody", "made-up-by-a-caller");
    }
}
