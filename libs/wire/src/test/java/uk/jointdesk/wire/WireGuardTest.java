package uk.jointdesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.RawWire;
import uk.jointdesk.testkit.SelfSigned;

/** What no client library would send, byte by byte, to a plain server and to one behind TLS. */
class WireGuardTest {

    private static final WireLimits LIMITS =
            new WireLimits(8_192, 32_768, Duration.ofSeconds(10), Duration.ofSeconds(5));
    private static final String GOOD = "GET /good HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final List<String> SERVED = Collections.synchronizedList(new ArrayList<>());

    private static Vertx vertx;
    private static URI plain;
    private static URI encrypted;

    @BeforeAll
    static void serve(@TempDir Path directory) throws Exception {
        WireGuard.keep(LIMITS, WireGuardTest::refuse);
        vertx = Vertx.vertx();
        plain = listen(new HttpServerOptions());
        Path store = directory.resolve("server.p12");
        SelfSigned.make(store, "wire.jointdesk.example");
        encrypted = listen(new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword(SelfSigned.PASSWORD)));
    }

    @AfterAll
    static void end() {
        WireGuard.release();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void forget() {
        SERVED.clear();
    }

    private static URI listen(HttpServerOptions options) {
        HttpServer server = vertx.createHttpServer(options.setMaxInitialLineLength(LIMITS.line())
                        .setMaxHeaderSize(LIMITS.headers())
                        .setHttp2ClearTextEnabled(false)
                        .setHandle100ContinueAutomatically(true))
                .requestHandler(WireGuardTest::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private static void serve(HttpServerRequest request) {
        SERVED.add(request.path());
        request.body().onSuccess(body -> request.response().end("served " + body.length()));
    }

    private static void refuse(HttpServerRequest request) {
        String cause = request.decoderResult().cause().getClass().getSimpleName();
        request.response().setStatusCode(400).end(cause).onComplete(said -> request.connection()
                .close());
    }

    private static RawWire.Heard say(String bytes) throws IOException {
        return RawWire.say(plain, bytes);
    }

    private static void isRefused(RawWire.Heard heard) {
        assertThat(heard.status()).as(heard.text()).isEqualTo(400);
        assertThat(heard.answers()).as(heard.text()).isEqualTo(1);
        assertThat(heard.closed()).as("the connection ends").isTrue();
        assertThat(SERVED).as("nothing of it was served").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\n\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            })
    void a_request_as_it_should_be_is_served(String rest) throws Exception {
        RawWire.Heard heard = say("POST /good HTTP/1.1\r\nHost: x\r\n" + rest);
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.text()).endsWith("served 2");
    }

    @Test
    void the_cause_tells_a_line_that_is_too_long_from_headers_that_are_too_large() throws Exception {
        RawWire.Heard line = say("GET /?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        isRefused(line);
        assertThat(line.text()).endsWith("TooLongHttpLineException");
        RawWire.Heard headers = say("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(40_000) + "\r\n\r\n");
        isRefused(headers);
        assertThat(headers.text()).endsWith("TooLongHttpHeaderException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no request at all\r\n\r\n",
                "GET\r\n\r\n",
                "GET /a\\b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /?q=<b> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.x\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA\u0000b: c\r\n\r\n"
            })
    void what_is_no_request_is_refused(String request) throws Exception {
        isRefused(say(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: 4, 5\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: 0x4\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: gzip\r\n",
                "Transfer-Encoding : chunked\r\n"
            })
    void a_body_whose_end_two_readers_could_see_in_two_places_is_refused_with_all_that_follows(String framing)
            throws Exception {
        String request =
                "POST / HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        isRefused(say(request));
        try (Socket socket =
                SelfSigned.trusting().getSocketFactory().createSocket(encrypted.getHost(), encrypted.getPort())) {
            isRefused(RawWire.say(socket, request));
        }
    }

    @Test
    void answers_to_requests_sent_one_after_the_other_keep_their_order_until_one_is_malformed() throws Exception {
        RawWire.Heard heard = say(GOOD + GOOD + "nonsense\r\n\r\n");
        assertThat(heard.answers()).as(heard.text()).isEqualTo(3);
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.text()).contains(" 400 ");
        assertThat(heard.closed()).isTrue();
        assertThat(SERVED).containsExactly("/good", "/good");
    }

    @Test
    void without_rules_a_connection_is_left_as_it_is() throws Exception {
        WireGuard.release();
        try {
            assertThat(
                            say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n")
                                    .status())
                    .isEqualTo(200);
        } finally {
            WireGuard.keep(LIMITS, WireGuardTest::refuse);
        }
    }
}
