package uk.jointdesk.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class FrontDoorTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tickets", "/api/v1/nothing", "/api", "/contracts", "/contracts/LBL/openapi.json"})
    void nobody_enters_without_a_token_and_nobody_is_sent_elsewhere(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("Location", nullValue())
                .body("code", equalTo("token-required"))
                .body("status", equalTo(401));
    }

    @Test
    void the_link_of_a_survey_is_its_own_key_and_its_neighbours_are_not() {
        String link = "/api/v1/feedback/" + "a".repeat(64);
        given().get(link).then().statusCode(200).body("uri", equalTo(link));
        given().body("{}").post(link).then().statusCode(200).body("method", equalTo("POST"));
        given().delete(link).then().statusCode(405);
        for (String path : new String[] {"/api/v1/feedback/summary", "/api/v1/feedback/guess", link + "/more"}) {
            given().get(path).then().statusCode(401).body("code", equalTo("token-required"));
        }
    }

    @Test
    void a_forged_token_is_refused() {
        as(Tokens.desk() + "x")
                .get("/api/v1/tickets")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("token-invalid"));
    }

    @Test
    void a_session_cookie_does_not_open_the_api() {
        given().redirects()
                .follow(false)
                .cookie("q_session_web", "anything")
                .get("/api/v1/tickets")
                .then()
                .statusCode(401)
                .body("code", equalTo("token-required"));
    }

    @Test
    void a_request_reaches_the_service_that_owns_the_resource_with_everything_it_said() {
        as(Tokens.desk())
                .contentType("application/json")
                .header("If-Match", "\"3\"")
                .body("{\"title\":\"Zürich\"}")
                .when()
                .urlEncodingEnabled(false)
                .patch("/api/v1/tickets/LBL-0000001?x=a%20b&x=c")
                .then()
                .statusCode(200)
                .body("method", equalTo("PATCH"))
                .body("uri", equalTo("/api/v1/tickets/LBL-0000001?x=a%20b&x=c"))
                .body("headers.if-match", equalTo("\"3\""))
                .body("body", containsString("Zürich"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/tickets",
                "/api",
                "/api/v1/",
                "/api/v1/tickets/LBL-1/unknown",
                "/api/v1/tickets/%2e%2e/imports",
                "/api/v1/tickets%2fLBL-1",
                "/api/v1/tickets;partner=LBB",
                "/api/v1/tickets/..%2fknowledge",
                "/internal/secret"
            })
    void what_the_services_do_not_offer_is_not_found(String path) {
        as(Tokens.desk())
                .urlEncodingEnabled(false)
                .header("Accept", "application/json")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("type", equalTo("https://jointdesk.example/problems/not-found"))
                .body("title", equalTo("Not found"))
                .body("detail", equalTo("There is nothing here that you may see."));
    }

    @Test
    void a_method_the_path_does_not_know_is_refused_with_those_it_does() {
        as(Tokens.desk())
                .delete("/api/v1/tickets")
                .then()
                .statusCode(405)
                .header("Allow", "GET, POST")
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void a_role_that_the_service_does_not_name_is_refused() {
        as(Tokens.borough("LBL"))
                .get("/api/v1/ticket-events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-allowed"));
    }

    @Test
    void an_operation_that_names_no_role_is_open_to_nobody() {
        as(Tokens.admin()).get("/api/v1/knowledge").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets?partner=LBB",
                "/api/v1/tickets?partner=LBL&partner=LBB",
                "/api/v1/tickets?partner=LBL,LBB",
                "/api/v1/tickets?partner=XXX",
                "/api/v1/tickets?partner=ALL",
                "/api/v1/tickets?p%61rtner=LBB",
                "/api/v1/contribution-statements/LBB/2018-19",
                "/api/v1/contributions?financialYear=2018-19&partner=LBS"
            })
    void another_partners_things_look_like_things_that_do_not_exist(String path) {
        as(Tokens.borough("LBL"))
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("detail", equalTo("There is nothing here that you may see."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets?partner=LBL",
                "/api/v1/tickets?partner=LH",
                "/api/v1/tickets?partner=LBL,LH",
                "/api/v1/contribution-statements/LBL/2018-19"
            })
    void a_partners_own_things_and_those_of_its_sub_bodies_pass(String path) {
        as(Tokens.borough("LBL"))
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .body("uri", equalTo(path));
    }

    @Test
    void a_request_id_is_made_or_passed_on_and_never_repeated_unsafely() {
        as(Tokens.desk())
                .header("X-Request-Id", "desk-42")
                .get("/api/v1/tickets")
                .then()
                .header("X-Request-Id", "desk-42")
                .body("headers.x-request-id", equalTo("desk-42"));
        as(Tokens.desk())
                .header("X-Request-Id", "<script>")
                .get("/api/v1/tickets")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Request-Id", "nobody-7")
                .get("/api/v1/tickets")
                .then()
                .header("X-Request-Id", "nobody-7")
                .body("requestId", equalTo("nobody-7"));
    }

    @Test
    void nobody_can_claim_to_be_a_proxy_and_cookies_stay_here() {
        as(Tokens.desk())
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/x")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Jointdesk-Scope", "*")
                .header("Connection", "keep-alive, X-Secret")
                .header("X-Secret", "hop")
                .header("TE", "trailers")
                .cookie("q_session_web", "secret")
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-host", not(containsString("evil")))
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-jointdesk-scope", nullValue())
                .body("headers.x-secret", nullValue())
                .body("headers.te", nullValue())
                .body("headers.cookie", nullValue())
                .body("headers.authorization", containsString("Bearer "));
    }

    @Test
    void an_answer_carries_what_concerns_the_caller_and_nothing_of_the_connection_behind() {
        var answer = as(Tokens.desk())
                .get("/api/v1/tickets/headers")
                .then()
                .statusCode(201)
                .extract();
        assertThat(answer.headers().getValues("X-Request-Id")).singleElement().isNotEqualTo("of-the-service");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/tickets/LBL-0000001");
        for (String hidden : new String[] {"X-Hop", "Server", "Set-Cookie", "Connection"}) {
            assertThat(answer.header(hidden)).as(hidden).isNull();
        }
    }

    @Test
    void every_answer_carries_the_security_headers() {
        as(Tokens.desk())
                .get("/api/v1/tickets")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")));
    }

    @Test
    void a_service_that_hangs_up_is_named_and_a_write_is_not_sent_twice() {
        String desk = Tokens.desk();
        int before = asked(desk);
        as(desk).contentType("application/json")
                .body("{}")
                .patch("/api/v1/tickets/hangs-up")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("code", equalTo("upstream-unavailable"))
                .body("detail", containsString("incident-service"));
        assertThat(asked(desk)).isEqualTo(before + 1);
    }

    private static int asked(String token) {
        return as(token)
                .header("X-Ask-Count", "yes")
                .get("/api/v1/tickets/hangs-up")
                .path("asked");
    }

    @Test
    void a_service_that_says_nothing_is_given_up_in_time() {
        as(Tokens.desk())
                .get("/api/v1/tickets/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", equalTo("upstream-silent"));
    }

    @Test
    void an_ordinary_body_over_the_limit_is_refused_whether_it_says_its_length_or_not() {
        byte[] body = new byte[11 * 1024 * 1024];
        as(Tokens.borough("LBL"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/tickets")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }
}
