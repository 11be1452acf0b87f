package uk.jointdesk.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

/**
 * A refusal as RFC 9457 tells it, in the very words the services use, so that a caller cannot see which layer refused.
 *
 * @param status HTTP status
 * @param code stable, part of the contract
 * @param detail for people
 * @param requestId names the request in the answer and in the logs; null until it is written
 * @param errors the fields at fault, each with {@code pointer} and {@code message}; null where no field is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "requestId", "errors"})
public record Problem(int status, String code, String detail, String requestId, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "https://jointdesk.example/problems/";

    public static final Problem TOKEN_REQUIRED =
            new Problem(401, "token-required", "Send a bearer token of the Jointdesk realm.");
    public static final Problem TOKEN_INVALID = new Problem(401, "token-invalid", "The token is not valid here.");
    public static final Problem NOT_ALLOWED =
            new Problem(403, "not-allowed", "Your roles do not include this operation.");
    /** Unknown or not yours, in the same words, so that nobody learns which. */
    public static final Problem NOT_FOUND = new Problem(404, "not-found", "There is nothing here that you may see.");

    public static final Problem METHOD_NOT_ALLOWED = new Problem(405, "method-not-allowed", "Method Not Allowed");
    public static final Problem IDENTITY_UNAVAILABLE =
            new Problem(503, "identity-unavailable", "The identity provider does not answer; try again in a moment.");

    public Problem(int status, String code, String detail) {
        this(status, code, detail, null, null);
    }

    public String getType() {
        return TYPE + code;
    }

    public String getTitle() {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The same refusal of this request. */
    public Problem in(String request) {
        return new Problem(status, code, detail, request, errors);
    }

    /** The same refusal, naming the fields at fault. */
    public Problem naming(List<FieldError> fields) {
        return new Problem(status, code, detail, requestId, List.copyOf(fields));
    }
}
