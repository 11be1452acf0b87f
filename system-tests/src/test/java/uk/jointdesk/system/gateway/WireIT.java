package uk.jointdesk.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.OnSuite;
import uk.jointdesk.testkit.RawWire;

/** The installed gateway guards its wire: what is no request is told so in problem+json and reaches nothing. */
@OnSuite
class WireIT {

    /** Longer than headers may take, and than a body may go on after its answer. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final String SMUGGLED = "0\r\n\r\nGET /api/v1/partners HTTP/1.1\r\nHost: x\r\n\r\n";

    private static void isProblem(Suite suite, String request, int status, String code) throws IOException {
        isProblem(RawWire.say(gateway(suite), request, PATIENCE_MILLIS), status, code);
    }

    private static URI gateway(Suite suite) {
        return URI.create(suite.url(Part.GATEWAY));
    }

    private static void isProblem(RawWire.Heard heard, int status, String code) {
        assertThat(heard.status()).as(heard.text()).isEqualTo(status);
        assertThat(heard.answers()).as(heard.text()).isEqualTo(1);
        assertThat(heard.closed()).as("the connection ends").isTrue();
        assertThat(heard.text())
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("\"code\":\"" + code + "\"")
                .contains("\"requestId\":\"");
    }

    @Test
    void an_address_that_is_too_long_is_414(Suite suite) throws Exception {
        isProblem(
                suite,
                "GET /api/v1/tickets?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                414,
                "uri-too-long");
    }

    @Test
    void headers_that_are_too_large_are_431(Suite suite) throws Exception {
        String large = "X-Large: " + "x".repeat(40_000) + "\r\n";
        isProblem(suite, "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\n" + large + "\r\n", 431, "headers-too-large");
    }

    @Test
    void headers_that_never_end_are_408(Suite suite) throws Exception {
        isProblem(suite, "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nX-Slow: ", 408, "request-late");
    }

    @Test
    void who_was_refused_before_the_end_of_a_body_is_let_go(Suite suite) throws Exception {
        String begun = "POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100000\r\n\r\n{";
        isProblem(RawWire.say(gateway(suite), begun, PATIENCE_MILLIS), 401, "token-required");
    }

    @Test
    void an_address_that_is_none_is_400(Suite suite) throws Exception {
        isProblem(suite, "GET /api/v1/tickets\\LBL-1 HTTP/1.1\r\nHost: x\r\n\r\n", 400, "request-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: identity, chunked\r\n"
            })
    void a_body_whose_end_two_readers_could_see_in_two_places_is_refused_with_all_that_follows(
            String framing, Suite suite) throws Exception {
        isProblem(
                suite,
                "POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n" + SMUGGLED,
                400,
                "request-malformed");
    }
}
