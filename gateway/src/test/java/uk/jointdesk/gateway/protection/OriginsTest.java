package uk.jointdesk.gateway.protection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class OriginsTest extends GatewayTest {

    /** As StubServices configures it. */
    private static final String KNOWN = "https://desk.lewisham.example";

    private static RequestSpecification question(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "https://desk.lewisham.example.evil.example", KNOWN + ":8443"})
    void a_site_that_is_not_named_may_not_call_the_api(String origin) {
        question(origin)
                .options("/api/v1/tickets/LBL-1")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", nullValue())
                .body("code", equalTo("origin-not-allowed"));
        as(Tokens.desk())
                .header("Origin", origin)
                .get("/api/v1/tickets")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void a_site_that_is_named_may_with_a_token_and_without_cookies() {
        question(KNOWN)
                .options("/api/v1/tickets/LBL-1")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", KNOWN)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", equalToIgnoringCase("origin"));
        as(Tokens.desk())
                .header("Origin", KNOWN)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", KNOWN)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void a_site_that_is_named_still_needs_a_token() {
        given().header("Origin", KNOWN)
                .get("/api/v1/tickets")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", KNOWN);
    }

    @Test
    void pages_are_nobodys_but_ours() {
        question(KNOWN).options("/contracts").then().header("Access-Control-Allow-Origin", nullValue());
    }
}
