package uk.jointdesk.system.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Api;

/** incident-service as its own clients call it, past the gateway: a storm of writes is meant for the service alone. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final Api api;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Desk(Suite suite, Api api) {
        this.suite = suite;
        this.api = api;
    }

    /** What came back. */
    record Reply(int status, JsonNode body) {

        boolean done() {
            return status / 100 == 2;
        }

        /** Refused because of how things stand (state, version or rule), which is an answer; all else is a failure. */
        boolean refused() {
            return status == 409 || status == 412 || status == 422;
        }

        JsonNode ok() {
            if (!done()) {
                throw new AssertionError("not a success: " + this);
            }
            return body;
        }

        String version() {
            return "\"" + body.path("version").asLong() + "\"";
        }
    }

    Reply get(String who, String path) {
        return send(who, "GET", path, "", "application/json");
    }

    Reply post(String path, String json, String... headers) {
        return send("desk", "POST", path, json, "application/json", headers);
    }

    Reply patch(String path, String json, String version) {
        return send("desk", "PATCH", path, json, "application/merge-patch+json", "If-Match", version);
    }

    private Reply send(String who, String method, String path, String body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(suite.url(Part.INCIDENT) + "/api/v1" + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + api.token(who))
                .header("Content-Type", type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
