package uk.jointdesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.jointdesk.testkit.SelfSigned;

/** Callers who take their time before anybody knows what they want, or after they were told. */
class SlowWireTest {

    private static final Duration HEAD = Duration.ofSeconds(2);
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String GOOD = "GET /good HTTP/1.1\r\nHost: x\r\n\r\n";

    private static Vertx vertx;
    private static int plain;
    private static int encrypted;

    @BeforeAll
    static void serve(@TempDir Path directory) throws Exception {
        WireGuard.keep(new WireLimits(8_192, 32_768, HEAD, LINGER), SlowWireTest::refuse);
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

    private static int listen(HttpServerOptions options) {
        return vertx.createHttpServer(options.setHttp2ClearTextEnabled(false))
                .requestHandler(SlowWireTest::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static void serve(HttpServerRequest request) {
        switch (request.path()) {
            case "/early" -> request.response().end("served before the end");
            case "/late" -> vertx.setTimer(300, later -> request.response().end("served late"));
            default -> request.body().onSuccess(body -> request.response().end("served " + body.length()));
        }
    }

    private static void refuse(HttpServerRequest request) {
        String cause = request.decoderResult().cause().getClass().getSimpleName();
        request.response().setStatusCode(408).end(cause).onComplete(said -> request.connection()
                .close());
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", plain);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static Socket connectEncrypted() throws Exception {
        Socket socket = SelfSigned.trusting().getSocketFactory().createSocket("127.0.0.1", encrypted);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Everything until the server ends the connection. */
    private static String hear(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static void hear(Socket socket, String answer) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(answer) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(heard.toString()).isNotNegative();
            heard.append((char) next);
        }
        assertThat(heard).startsWith("HTTP/1.1 200");
    }

    private static void isLate(String heard) {
        assertThat(heard).contains(" 408 ").endsWith("HeadLate");
    }

    private static void outwait() throws InterruptedException {
        Thread.sleep(HEAD.plusMillis(500).toMillis());
    }

    @Test
    void a_connection_that_says_nothing_ends_without_a_word() throws Exception {
        try (Socket open = connect();
                Socket tls = new Socket("127.0.0.1", encrypted)) {
            tls.setSoTimeout(PATIENCE_MILLIS);
            assertThat(hear(open)).isEmpty();
            assertThat(hear(tls)).isEmpty();
        }
    }

    @Test
    void a_byte_now_and_then_does_not_keep_a_connection() throws Exception {
        try (Socket socket = connect()) {
            String head = "GET /good HTTP/1.1\r\nHost: x\r\nX-Slow: " + "x".repeat(1_000);
            for (int next = 0; next < head.length() && socket.getInputStream().available() == 0; next++) {
                say(socket, head.substring(next, next + 1));
                Thread.sleep(100);
            }
            isLate(hear(socket));
        }
    }

    @Test
    void nor_does_it_behind_tls() throws Exception {
        try (Socket socket = connectEncrypted()) {
            say(socket, "GET /good HTTP/1.1\r\nHost:");
            isLate(hear(socket));
        }
    }

    @Test
    void a_head_in_two_parts_is_served_if_both_are_in_time() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "GET /good HTTP/1.1\r\nHo");
            Thread.sleep(100);
            say(socket, "st: x\r\n\r\n");
            hear(socket, "served 0");
        }
    }

    @Test
    void a_kept_connection_may_rest_and_its_next_head_has_a_time_of_its_own() throws Exception {
        try (Socket socket = connect()) {
            say(socket, GOOD);
            hear(socket, "served 0");
            outwait();
            say(socket, GOOD);
            hear(socket, "served 0");
            say(socket, "GET /go");
            isLate(hear(socket));
        }
    }

    @Test
    void a_body_may_take_longer_than_a_head() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "POST /good HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{");
            outwait();
            say(socket, "}");
            hear(socket, "served 2");
        }
    }

    @Test
    void who_was_answered_and_goes_on_sending_is_let_go() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{");
            hear(socket, "served before the end");
            assertThat(isLetGo(socket)).isTrue();
        }
    }

    private static boolean isLetGo(Socket socket) throws InterruptedException {
        try {
            for (int next = 0; next < PATIENCE_MILLIS / 100; next++) {
                say(socket, "x");
                Thread.sleep(100);
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void who_was_answered_and_ends_its_body_soon_keeps_its_connection() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{");
            hear(socket, "served before the end");
            say(socket, "}");
            outwait();
            say(socket, GOOD);
            hear(socket, "served 0");
        }
    }

    @Test
    void an_answer_to_an_earlier_request_does_not_hurry_the_next() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
            say(socket, "POST /good HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{");
            hear(socket, "served late");
            outwait();
            say(socket, "}");
            hear(socket, "served 2");
        }
    }
}
