package uk.jointdesk.incident.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody else's server that is told by webhook, and checks signatures by code of its own. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** What arrived, as it arrived. */
    record Heard(String id, String timestamp, String signature, String body) {

        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
                byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return Arrays.stream(signature.split(" "))
                        .map(one -> Base64.getDecoder().decode(one.replaceFirst("^v1,", "")))
                        .anyMatch(one -> Arrays.equals(one, expected));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** @param statuses the status of the first answer, the second, ... from 0 */
    private Receiver(HttpServer server, IntUnaryOperator statuses) {
        this.server = server;
        server.createContext("/", exchange -> hear(exchange, statuses));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    static Receiver answering(IntUnaryOperator statuses) {
        try {
            return new Receiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), statuses);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Heard> heard() {
        return heard;
    }

    Heard only() {
        assertThat(heard).hasSize(1);
        return heard.get(0);
    }

    private void hear(HttpExchange exchange, IntUnaryOperator statuses) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status;
        synchronized (heard) {
            status = statuses.applyAsInt(heard.size());
            heard.add(new Heard(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
        }
        // Somebody who follows a redirect comes back here.
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        byte[] answer = "x".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        } catch (IOException readerHadEnough) {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
