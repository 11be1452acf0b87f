package uk.jointdesk.system.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Sending a history as a desk does, and following its import. */
public final class Imports {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api.Caller desk;
    private final String source;

    public Imports(Api api, String client, String source) {
        this.desk = api.as(client);
        this.source = source;
    }

    /** Sends NDJSON and returns the id of the import. */
    public String send(String ndjson) {
        return accepted("ndjson", "application/x-ndjson", BodyPublishers.ofString(ndjson));
    }

    public String sendGzip(String format, String mediaType, Supplier<InputStream> body) {
        return accepted(format, mediaType, BodyPublishers.ofInputStream(body), "Content-Encoding", "gzip");
    }

    public Answer offer(String format, String mediaType, BodyPublisher body, String... headers) {
        return desk.post("/api/v1/imports?source=" + source + "&format=" + format, mediaType, body, headers);
    }

    private String accepted(String format, String mediaType, BodyPublisher body, String... headers) {
        Answer answer = offer(format, mediaType, body, headers);
        if (answer.status() != 202) {
            throw new AssertionError("not accepted: " + answer);
        }
        return answer.json().path("id").asText();
    }

    public JsonNode job(String id) {
        return desk.get("/api/v1/imports/" + id).ok();
    }

    public JsonNode errors(String id) {
        return desk.get("/api/v1/imports/" + id + "/errors").ok().path("items");
    }

    /** The job once it has ended well. */
    public JsonNode completed(String id) {
        JsonNode job = Eventually.becomes(
                () -> job(id), read -> !List.of("RUNNING", "RECEIVING").contains(status(read)), PATIENCE);
        if (!status(job).equals("COMPLETED")) {
            throw new AssertionError("not completed: " + job);
        }
        return job;
    }

    /** Every import of the source. */
    public JsonNode all() {
        return desk.get("/api/v1/imports?source=" + source).ok().path("items");
    }

    private static String status(JsonNode job) {
        return job.path("status").asText();
    }
}
