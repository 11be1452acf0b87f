package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/**
 * Asks once more when the connection failed before an answer, if asking twice is the same as asking once: a read, or a
 * write with an Idempotency-Key. A body is never kept, so a write is repeated only if none of it had been sent. A write
 * without a key is never sent twice, for it may have been done.
 */
final class OneRetry implements ProxyInterceptor {

    private static final String SENT = OneRetry.class.getName();
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** The connection is there: from now on the service may have heard of the request. */
    static void sending(ProxyContext context) {
        context.set(SENT, Boolean.TRUE);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest asked = context.request().proxiedRequest();
        boolean empty = hasNoBody(asked);
        if (empty) {
            context.request().setBody(null);
            asked.resume();
        }
        return context.sendRequest()
                .recover(failure -> Fuse.isUnreachable(failure)
                                && isRepeatable(asked)
                                && (empty || context.get(SENT, Boolean.class) == null)
                                && !CallerLeft.isGone(context)
                        ? context.sendRequest()
                        : Future.failedFuture(failure));
    }

    private static boolean isRepeatable(HttpServerRequest asked) {
        return READS.contains(asked.method()) || asked.headers().contains("Idempotency-Key");
    }

    private static boolean hasNoBody(HttpServerRequest asked) {
        String length = asked.getHeader("Content-Length");
        return asked.getHeader("Transfer-Encoding") == null && (length == null || "0".equals(length));
    }
}
