package uk.jointdesk.system.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back: status, headers and body as they were on the wire. */
public record Answer(String request, int status, String contentType, Optional<String> etag, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.request().method() + " " + response.request().uri(),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("ETag"),
                response.body());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(this + " is not JSON", e);
        }
    }

    /** The JSON of an answer that must be a success. */
    public JsonNode ok() {
        if (status / 100 != 2) {
            throw new AssertionError("not a success: " + this);
        }
        return json();
    }

    /** Whether it is a refusal as the API promises them: problem+json with this status, a code and a request id. */
    public boolean isProblem(int expected) {
        return status == expected
                && contentType.startsWith("application/problem+json")
                && json().path("status").asInt() == expected
                && !json().path("code").asText().isBlank()
                && !json().path("requestId").asText().isBlank();
    }
}
