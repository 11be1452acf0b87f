package uk.jointdesk.kit.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Refuses headers that say nothing readable before anybody acts on them: JAX-RS would take such a kind for a fault of ours. */
@Provider
@PreMatching
@Priority(Priorities.USER + 1) // Once the request has its id, which a refusal tells.
public class WellFormedHeaders implements ContainerRequestFilter {

    private static final String KEY = "Idempotency-Key";

    @Override
    public void filter(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isRead(type)) {
            throw refusal(415, "media-type-unsupported", HttpHeaders.CONTENT_TYPE, "is no media type");
        }
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted != null && !List.of(accepted.split(",")).stream().allMatch(WellFormedHeaders::isRead)) {
            throw refusal(406, "not-acceptable", HttpHeaders.ACCEPT, "names what is no media type");
        }
        if (isBlank(request.getHeaders().get(KEY))) {
            throw refusal(400, "idempotency-key-malformed", KEY, "1 to 200 characters");
        }
    }

    /** What the reader of JAX-RS cannot take it would report as its own fault. */
    private static boolean isRead(String written) {
        try {
            return MediaType.valueOf(written.trim()) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** A key of nothing is a mistake of who believes in it. */
    private static boolean isBlank(List<String> values) {
        return values != null && values.stream().anyMatch(value -> value == null || value.isBlank());
    }

    private static Refusal refusal(int status, String code, String header, String message) {
        return new Refusal(status, code, "A header cannot be read.", FieldError.header(header, message));
    }
}
