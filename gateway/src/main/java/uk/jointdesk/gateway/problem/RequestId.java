package uk.jointdesk.gateway.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names every request, so that a caller, the gateway and a service speak of the same one. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** What may stand in a log line; anything else is replaced, not cleaned. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The caller's own name for the request if it is safe to repeat, else a new one; said on the answer at once. */
    public static void settle(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        boolean usable = given != null && SAFE.matcher(given).matches();
        request.response().putHeader(HEADER, usable ? given : UUID.randomUUID().toString());
    }

    public static String of(HttpServerResponse response) {
        return response.headers().get(HEADER);
    }
}
