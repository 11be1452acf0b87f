package uk.jointdesk.system.load.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** Somebody with a token who asks one service and looks at the clock. A token is renewed before it can end. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RENEW_AFTER = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Supplier<String> tokens;
    private String token;
    private long renewAt = Long.MIN_VALUE;

    Client(String base, Supplier<String> tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** A whole answer and how long it took from the request to its last byte. */
    record Timed(byte[] body, long nanos) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double seconds() {
            return nanos / 1e9;
        }
    }

    Timed get(String path) {
        return send(request(path).GET().build());
    }

    Timed post(String path, String contentType, String body) {
        HttpRequest.Builder request = request(path);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    private synchronized String token() {
        if (token == null || System.nanoTime() > renewAt) {
            token = tokens.get();
            renewAt = System.nanoTime() + RENEW_AFTER.toNanos();
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token());
    }

    private Timed send(HttpRequest request) {
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " -> " + answer.statusCode()
                        + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return new Timed(answer.body(), nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
