package uk.jointdesk.gateway.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.RawWire;
import uk.jointdesk.testkit.Tokens;

/** Whatever becomes of a request, its answer is kept by nobody, run by no browser, and tells nothing of the inside. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class AnswersTellLittleTest extends GatewayTest {

    /** Names of classes, lines of a stack, addresses of this house, markup. */
    private static final Pattern INSIDE = Pattern.compile("Exception|\\b(?:java|javax|jakarta|io|org|uk)\\.[a-z]+\\."
            + "|\\bat [a-z]+\\.[a-z]+\\.|127\\.0\\.0\\.1|localhost|<[a-zA-Z!/]");

    @TestHTTPResource("/")
    URI gateway;

    private static Response ask(String method, String path, String body) {
        String token = path.contains("announces") ? Tokens.desk() : Tokens.borough("LBL");
        var request = as(token).urlEncodingEnabled(false);
        return body == null
                ? request.request(method, path)
                : request.contentType("application/json").body(body).request(method, path);
    }

    private static void carriesTheSecurityHeaders(Response answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src", "object-src");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.headers().hasHeaderWithName("Server")).isFalse();
        assertThat(answer.headers().hasHeaderWithName("X-Powered-By")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | GET    | /api/v1/ticket-events             |
            404 | GET    | /api/v1/tickets?partner=LBB       |
            404 | GET    | /api/v1/no-such-thing             |
            405 | DELETE | /api/v1/tickets                   |
            400 | GET    | /api/v1/catalogue?no-such=1       |
            400 | POST   | /api/v1/tickets/LBL-1/notes       | {"text":
            422 | POST   | /api/v1/tickets/LBL-1/notes       | {}
            500 | GET    | /api/v1/catalogue?state=OPEN      |
            502 | GET    | /api/v1/tickets/announces         |
            """)
    void a_refusal_is_typed_and_carries_the_headers_and_no_word_of_the_inside(
            int status, String method, String path, String body) {
        Response answer = ask(method, path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        carriesTheSecurityHeaders(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonPath problem = answer.jsonPath();
        assertThat(problem.getString("code")).isNotBlank();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.asString()).doesNotContainPattern(INSIDE);
    }

    @Test
    void what_is_inside_would_be_noticed() {
        for (String inside : new String[] {
            "java.lang.IllegalStateException", "at uk.jointdesk.gateway.Gateway.main", "http://127.0.0.1:8081", "<html>"
        }) {
            assertThat(inside).containsPattern(INSIDE);
        }
    }

    @Test
    void who_has_no_token_is_told_as_little() {
        Response answer = given().redirects().follow(false).get("/api/v1/tickets");
        assertThat(answer.statusCode()).isEqualTo(401);
        carriesTheSecurityHeaders(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString()).doesNotContainPattern(INSIDE);
    }

    @Test
    void an_answer_of_the_api_is_kept_by_nobody_whatever_the_service_said() {
        Response answer = ask("GET", "/api/v1/tickets", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.getHeaders().getValues("Cache-Control")).containsExactly("no-store");
        carriesTheSecurityHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/contracts", "/contracts/XXX", "/signed-out", "/no-such-page"})
    void a_page_is_kept_by_nobody_and_framed_by_nobody(String path) {
        Response answer = as(Tokens.board()).header("Accept", "text/html").get(path);
        carriesTheSecurityHeaders(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.asString()).doesNotContain("<script", "Exception");
    }

    @Test
    void what_is_sent_to_be_sent_back_is_not() throws IOException {
        String token = Tokens.desk();
        RawWire.Heard heard = RawWire.say(
                gateway,
                "TRACE /api/v1/tickets HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token
                        + "\r\nX-Said: a secret\r\n\r\n");
        assertThat(heard.status()).isEqualTo(405);
        assertThat(heard.text()).doesNotContain(token, "a secret");
    }
}
