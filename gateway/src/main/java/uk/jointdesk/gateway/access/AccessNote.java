package uk.jointdesk.gateway.access;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import java.time.Instant;
import uk.jointdesk.gateway.trace.RequestSpan;

/**
 * What is known of a request while it is answered, for the access log. Nobody's name, no address and nothing that stands
 * in the path or the query but the operation's own words.
 */
public final class AccessNote {

    private static final String UNKNOWN = "unknown";

    private final long began = System.nanoTime();
    private final String traceId;
    private String client;
    private String scope;
    private String service;
    private String operation = UNKNOWN;
    private String refusal;

    private AccessNote(String traceId) {
        this.traceId = traceId;
    }

    /** The note of this request; every request runs in a context of its own, which keeps it. */
    public static AccessNote of(HttpServerRequest request) {
        Context own = ((HttpServerRequestInternal) request).context();
        AccessNote note = own.getLocal(AccessNote.class);
        if (note == null) {
            note = new AccessNote(RequestSpan.traceOf(request).orElse(null));
            own.putLocal(AccessNote.class, note);
        }
        return note;
    }

    /** Who asks: the client and the partners it speaks for, never the person. */
    public void caller(String saidClient, String saidScope) {
        client = saidClient;
        scope = saidScope;
    }

    /** Which operation is meant, as its method and path template. */
    public void operation(String ownerTitle, String name) {
        service = ownerTitle;
        operation = name;
    }

    /** The gateway itself refuses, with this problem's code. */
    public void refused(String code) {
        refusal = code;
    }

    /** The line of a request that is over. */
    Access over(Instant at, String requestId, String method, int status, long bytesIn, long bytesOut) {
        String named = UNKNOWN.equals(operation) ? method + " " + UNKNOWN : operation;
        long millis = (System.nanoTime() - began) / 1_000_000;
        return new Access(
                at, requestId, traceId, client, scope, service, named, status, refusal, millis, bytesIn, bytesOut);
    }
}
