package uk.jointdesk.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;

/** The suite as a caller sees it: everything goes through the gateway, with a token of the caller's own. */
public final class Api {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);

    private final Suite suite;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Api(Suite suite) {
        this.suite = suite;
    }

    private record Token(String text, long until) {}

    /** The same API with the rights of one of the realm's clients. */
    public Caller as(String name) {
        return new Caller(name);
    }

    /** The same API without a token. */
    public Caller nobody() {
        return new Caller(null);
    }

    public String url(String path) {
        return suite.url(Part.GATEWAY) + path;
    }

    public String token(String name) {
        long now = System.nanoTime();
        return tokens.compute(
                        name,
                        (key, old) -> old != null && old.until() > now
                                ? old
                                : new Token(suite.token(key), now + TOKEN_LIFE.toNanos()))
                .text();
    }

    /** Somebody who calls. */
    public final class Caller {

        private final String name;

        private Caller(String name) {
            this.name = name;
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        /** Past the gateway, straight at a service. */
        public Answer direct(String url) {
            return send(request(URI.create(url)).GET());
        }

        public Answer post(String path, String json) {
            return post(path, "application/json", BodyPublishers.ofString(json));
        }

        public Answer post(String path, String contentType, BodyPublisher body, String... headers) {
            return call("POST", path, contentType, body, headers);
        }

        public Answer call(String method, String path, String contentType, BodyPublisher body, String... headers) {
            return direct(method, url(path), contentType, body, headers);
        }

        /** Past the gateway, with any method. */
        public Answer direct(String method, String url, String contentType, BodyPublisher body, String... headers) {
            HttpRequest.Builder request =
                    request(URI.create(url)).method(method, body).header("Content-Type", contentType);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return send(request);
        }

        private HttpRequest.Builder request(String path) {
            return request(URI.create(url(path)));
        }

        private HttpRequest.Builder request(URI uri) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2)).header("Accept", "application/json");
            return name == null ? request : request.header("Authorization", "Bearer " + token(name));
        }

        private Answer send(HttpRequest.Builder request) {
            try {
                return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(request.build().uri().toString(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
