package uk.jointdesk.gateway.proxy;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.ProxyContext;

/** The caller closed its connection; there is nobody to answer. */
final class CallerLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallerLeft() {
        super("the caller left", null, false, false);
    }

    static boolean isGone(ProxyContext context) {
        HttpServerResponse response = context.request().proxiedRequest().response();
        return response.closed();
    }
}
