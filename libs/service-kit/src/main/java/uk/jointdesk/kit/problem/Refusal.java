package uk.jointdesk.kit.problem;

import java.util.List;

/**
 * A request that is refused for a reason the caller can act on. The code is part of the contract and never changes; the
 * detail is for people and may.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    public Refusal(int status, String code, String detail, FieldError... errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.of(errors);
    }

    /** 400: the request cannot be read. */
    public static Refusal malformed(String code, String detail, FieldError... errors) {
        return new Refusal(400, code, detail, errors);
    }

    /** 403: the caller is known and may not do this. */
    public static Refusal forbidden(String code, String detail) {
        return new Refusal(403, code, detail);
    }

    /** 404: unknown or not yours, in the same words, so that nobody learns which. */
    public static Refusal notFound() {
        return new Refusal(404, "not-found", "There is nothing here that you may see.");
    }

    /** 409: the request is right, the state of the thing is not. */
    public static Refusal conflict(String code, String detail) {
        return new Refusal(409, code, detail);
    }

    /** 412: somebody changed it after you read it. */
    public static Refusal stale() {
        return new Refusal(412, "version-stale", "It has changed since you read it; read it again and repeat.");
    }

    /** 413: more than is taken in one request. */
    public static Refusal tooLarge(String detail) {
        return new Refusal(413, "too-large", detail);
    }

    /** 415: not a format that is read here. */
    public static Refusal unsupportedMedia(String detail) {
        return new Refusal(415, "media-type-unsupported", detail);
    }

    /** 422: readable, and against a rule. */
    public static Refusal refused(String code, String detail, FieldError... errors) {
        return new Refusal(422, code, detail, errors);
    }

    /** 428: a change must name the version it starts from. */
    public static Refusal versionRequired() {
        return new Refusal(
                428,
                "version-required",
                "Send If-Match with the ETag of the version you read.",
                FieldError.header("If-Match", "is required"));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
