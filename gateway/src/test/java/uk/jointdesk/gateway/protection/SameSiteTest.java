package uk.jointdesk.gateway.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class SameSiteTest extends GatewayTest {

    @TestHTTPResource("/")
    URI gateway;

    private static RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .cookie("q_session_web", "a session")
                .header("Accept", "application/json");
    }

    private static ValidatableResponse refused(RequestSpecification request) {
        return request.post("/contracts")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("cross-site"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "anything"})
    void a_write_with_a_session_needs_the_browsers_word_that_the_page_was_ours(String site) {
        refused(browser().header("Sec-Fetch-Site", site));
        refused(browser().header("Sec-Fetch-Site", site).header("Origin", "http://localhost:" + gateway.getPort()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "not an origin", "http://localhost:1"})
    void where_the_browser_sends_no_fetch_metadata_the_origin_must_be_ours(String origin) {
        refused(browser().header("Origin", origin));
    }

    @Test
    void a_browser_that_says_neither_is_not_believed() {
        refused(browser());
    }

    @Test
    void what_a_page_of_ours_asks_for_passes() {
        String here = "http://" + gateway.getHost() + ":" + gateway.getPort();
        assertThat(browser()
                        .header("Sec-Fetch-Site", "same-origin")
                        .post("/contracts")
                        .statusCode())
                .isNotEqualTo(403);
        assertThat(browser().header("Origin", here).post("/contracts").statusCode())
                .isNotEqualTo(403);
    }

    @Test
    void nobody_is_signed_out_by_another_site() {
        browser().header("Sec-Fetch-Site", "cross-site").get("/sign-out").then().statusCode(403);
    }

    @Test
    void the_api_takes_no_cookie_and_asks_for_no_such_word() {
        as(Tokens.desk())
                .cookie("q_session_web", "a session")
                .body("{}")
                .contentType("application/json")
                .patch("/api/v1/tickets/LBL-1")
                .then()
                .statusCode(200);
    }
}
