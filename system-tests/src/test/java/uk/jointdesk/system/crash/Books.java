package uk.jointdesk.system.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Api;

/** finance-service as a finance officer's programs call it, past the gateway: the service alone is killed. */
final class Books {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

    private final Suite suite;
    private final Api api;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Books(Suite suite, Api api) {
        this.suite = suite;
        this.api = api;
    }

    record Reply(int status, JsonNode body) {

        JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError("not a success: " + this);
            }
            return body;
        }
    }

    JsonNode get(String path) {
        return insist("auditor", "GET", path, "", "none").ok();
    }

    Reply post(String path, String json, String key) {
        return insist("finance", "POST", path, json, key);
    }

    /** What a client does whose connection breaks: it sends the same again, under the same key, until it is answered. */
    private Reply insist(String who, String method, String path, String body, String key) {
        long until = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                return send(who, method, path, body, key);
            } catch (IOException broken) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("never answered: " + path, broken);
                }
                pause();
            }
        }
    }

    private Reply send(String who, String method, String path, String body, String key) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(suite.url(Part.FINANCE) + "/api/v1/" + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + api.token(who))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Every journal of a year by its id. */
    Map<String, JsonNode> journals(String year) {
        Map<String, JsonNode> found = new HashMap<>();
        String path = "postings?limit=500&financialYear=" + year;
        String next = "";
        while (next != null) {
            JsonNode page = get(next.isEmpty() ? path : path + "&cursor=" + next);
            page.path("items").forEach(journal -> found.put(journal.path("id").asText(), journal));
            next = page.path("next").isTextual() ? page.path("next").asText() : null;
        }
        return found;
    }
}
