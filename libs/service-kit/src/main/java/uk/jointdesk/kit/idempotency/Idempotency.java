package uk.jointdesk.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/**
 * A write that may be sent twice and happens once. The answer is kept in the transaction of the write itself, so a crash
 * loses both or neither; the same key from another client, from
 * another person behind the same client, or for other partners is another key.
 */
@ApplicationScoped
public class Idempotency {

    /** A control character that no client, subject or key holds. */
    private static final String BETWEEN = "\u001f";

    private final ScopedDb db;
    private final Caller caller;
    private final ObjectMapper json;
    private final SentDigest digests;

    public Idempotency(ScopedDb db, Caller caller, ObjectMapper json) {
        this.db = db;
        this.caller = caller;
        this.json = json;
        this.digests = new SentDigest(json);
    }

    /**
     * Runs the write, or gives its first answer again.
     *
     * @param key the Idempotency-Key header, or null for a plain write
     * @param body what was sent; another body under the same key is refused with 422
     */
    public Response once(String key, Object body, Supplier<Response> write) {
        if (key == null) {
            return write.get();
        }
        checkLength(key);
        String digest = digests.of(body);
        return db.write(handle -> {
            lock(handle, key);
            return find(handle, key)
                    .map(kept -> kept.replay(digest))
                    .orElseGet(() -> keep(handle, key, digest, write.get()));
        });
    }

    private static void checkLength(String key) {
        if (key.isBlank() || key.length() > 200) {
            throw Refusal.malformed(
                    "idempotency-key-malformed",
                    "An Idempotency-Key has 1 to 200 characters.",
                    FieldError.header("Idempotency-Key", "1 to 200 characters"));
        }
    }

    private void lock(Handle handle, String key) {
        handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) locked")
                .bind("name", String.join(BETWEEN, caller.client(), caller.subject(), scope(), key))
                .mapTo(Integer.class)
                .one();
    }

    private Optional<Kept> find(Handle handle, String key) {
        return handle.createQuery("select digest, status, location, etag, body from idempotency_key"
                        + " where client = :client and subject = :subject and scope = :scope and key = :key")
                .bind("client", caller.client())
                .bind("subject", caller.subject())
                .bind("scope", scope())
                .bind("key", key)
                .map((row, context) -> new Kept(
                        row.getString("digest"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getString("body")))
                .findOne();
    }

    private Response keep(Handle handle, String key, String digest, Response answer) {
        handle.createUpdate("insert into idempotency_key"
                        + " (client, subject, scope, key, digest, status, location, etag, body) values"
                        + " (:client, :subject, :scope, :key, :digest, :status, :location, :etag, :body)")
                .bind("client", caller.client())
                .bind("subject", caller.subject())
                .bind("scope", scope())
                .bind("key", key)
                .bind("digest", digest)
                .bind("status", answer.getStatus())
                .bind("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .bind(
                        "etag",
                        answer.getEntityTag() == null
                                ? null
                                : answer.getEntityTag().getValue())
                .bind("body", answer.getEntity() == null ? null : text(answer.getEntity()))
                .execute();
        return answer;
    }

    /** As the token says it: a sub-body that joins its council later makes no new key of an old one. */
    private String scope() {
        return caller.claimedScope().setting();
    }

    private String text(Object value) {
        try {
            return value instanceof String text ? text : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is not JSON", e);
        }
    }

    private record Kept(String digest, int status, String location, String etag, String body) {

        Response replay(String sent) {
            if (!digest.equals(sent)) {
                throw Refusal.refused(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used with another body.",
                        FieldError.header("Idempotency-Key", "belongs to another request"));
            }
            Response.ResponseBuilder answer = Response.status(status)
                    .header(HttpHeaders.LOCATION, location)
                    .header("Idempotent-Replay", "true");
            if (etag != null) {
                answer.tag(etag);
            }
            return body == null
                    ? answer.build()
                    : answer.type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
        }
    }
}
