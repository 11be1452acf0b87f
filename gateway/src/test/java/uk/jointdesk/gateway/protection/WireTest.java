package uk.jointdesk.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.RawWire;
import uk.jointdesk.testkit.Tokens;

/** What no client library would send, byte by byte, and the gateway itself must refuse (the rest: wire.WireGuardTest). */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class WireTest extends GatewayTest {

    @TestHTTPResource("/")
    URI gateway;

    private final String token = "Authorization: Bearer " + Tokens.desk() + "\r\n";

    private RawWire.Heard say(String request) throws IOException {
        return RawWire.say(gateway, request);
    }

    private RawWire.Heard patch(String headers, String body) throws IOException {
        return say("PATCH /api/v1/tickets/LBL-1 HTTP/1.1\r\nHost: x\r\nX-Request-Id: raw-1\r\n"
                + "Content-Type: application/json\r\n" + token + headers + "\r\n" + body);
    }

    private static void isProblem(RawWire.Heard heard, int status, String code) {
        assertThat(heard.text()).as(heard.text()).startsWith("HTTP/1");
        assertThat(heard.status()).as(heard.text()).isEqualTo(status);
        assertThat(heard.text())
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("\"code\":\"" + code + "\"")
                .contains("\"requestId\":\"");
    }

    @Test
    void a_request_as_it_should_be_passes() throws Exception {
        RawWire.Heard heard = patch("Content-Length: 2\r\n", "{}");
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.text()).contains("raw-1").contains("\"method\":\"PATCH\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n",
                "GET http://evil.example/api/v1/tickets HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void what_could_be_meant_for_two_is_refused(String request) throws Exception {
        isProblem(say(request), 400, "request-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\n{}\n0\n\n", "-2\r\n{}\r\n0\r\n\r\n", "2;x\ny\r\n{}\r\n0\r\n\r\n"})
    void a_chunk_that_is_none_ends_the_connection_and_what_follows_is_no_request(String chunks) throws Exception {
        RawWire.Heard heard = patch(
                "Transfer-Encoding: chunked\r\n",
                chunks + "GET /api/v1/tickets/smuggled HTTP/1.1\r\nHost: x\r\n" + token + "\r\n");
        assertThat(heard.text()).doesNotContain("\"uri\":\"/api/v1/tickets/smuggled\"");
        assertThat(heard.status()).as(heard.text()).isNotEqualTo(200);
        assertThat(heard.closed()).isTrue();
    }

    @Test
    void a_folded_header_is_one_line_to_the_service() throws Exception {
        RawWire.Heard heard = patch("X-Folded: one\r\n two: three\r\nContent-Length: 2\r\n", "{}");
        if (heard.status() == 200) {
            assertThat(heard.text()).contains("\"x-folded\":\"one two: three\"").doesNotContain("\"two\"");
        } else {
            isProblem(heard, 400, "request-malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/tickets",
                "/api//v1/tickets",
                "/api/v1/../v1/tickets",
                "/api/v1/%2e%2e/v1/tickets",
                "/api/v1/tickets/..;/imports",
                "/api/v1/tickets;a=b",
                "/api/v1/tickets%2fLBL-1",
                "/api/v1/tickets%5cLBL-1",
                "/api/v1/tickets%00",
                "/api/v1/tickets/%2500",
                "/%61pi/v1/tickets",
                "/x/../api/v1/tickets",
                "/q/../api/v1/tickets",
                "/contracts/..%2f..%2fq/metrics",
                "/q/./metrics",
                "/q//metrics",
                "/%71/metrics"
            })
    void a_path_that_could_be_read_in_two_ways_leads_nowhere(String path) throws Exception {
        RawWire.Heard heard = say("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + token + "\r\n");
        assertThat(heard.status()).as(heard.text()).isIn(400, 403, 404);
        assertThat(heard.text()).containsIgnoringCase("application/problem+json");
    }

    @Test
    void the_api_does_not_speak_a_protocol_in_which_answers_would_have_to_be_held() throws Exception {
        isProblem(say("GET /api/v1/tickets HTTP/1.0\r\nHost: x\r\n" + token + "\r\n"), 505, "http-version");
    }

    @Test
    void an_upgrade_to_another_protocol_is_not_made() throws Exception {
        RawWire.Heard heard = say("GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n" + token + "\r\n");
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.text()).doesNotContain("101 Switching");
    }
}
