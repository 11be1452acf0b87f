package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.jointdesk.gateway.problem.RequestId;

/** Which headers cross the door. What concerns one connection stays on it, and nobody speaks for somebody else. */
final class HeaderHygiene implements ProxyInterceptor {

    /** RFC 9110, 7.6.1, with what is left of older habits. */
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect");

    /** Claims about the caller that only a gateway may make, and the cookies, which are the gateway's own. */
    private static final Set<String> SPOOFABLE =
            Set.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override", "cookie");

    /** Traces begin at the door ({@link uk.jointdesk.gateway.trace.OwnTraces}); the client writes its own afterwards. */
    private static final Set<String> OF_THE_CALLERS_TRACE = Set.of("traceparent", "tracestate", "baggage");

    private static final List<String> SPOOFABLE_FAMILIES = List.of("x-forwarded-", "x-jointdesk-");

    private final String upstream;

    HeaderHygiene(URI upstream) {
        this.upstream = upstream.resolve("/").toString();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest received = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        dropConnectionHeaders(headers);
        headers.names().stream().filter(HeaderHygiene::isSpoofable).toList().forEach(headers::remove);
        headers.set(RequestId.HEADER, RequestId.of(received.response()));
        headers.set("X-Forwarded-Proto", received.scheme());
        if (received.authority() != null) {
            headers.set("X-Forwarded-Host", received.authority().toString());
        }
        if (received.remoteAddress() != null && received.remoteAddress().hostAddress() != null) {
            headers.set("X-Forwarded-For", received.remoteAddress().hostAddress());
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        dropConnectionHeaders(headers);
        headers.remove("set-cookie");
        headers.remove("server");
        // What the gateway has said already (request id, security headers) is said once.
        context.request().proxiedRequest().response().headers().names().forEach(headers::remove);
        makeRelative(headers, "location");
        makeRelative(headers, "content-location");
        return context.sendResponse();
    }

    private static void dropConnectionHeaders(MultiMap headers) {
        headers.getAll("connection").stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .filter(name -> !"content-length".equalsIgnoreCase(name) && !"authorization".equalsIgnoreCase(name))
                .toList()
                .forEach(headers::remove);
        OF_ONE_CONNECTION.forEach(headers::remove);
    }

    private static boolean isSpoofable(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return SPOOFABLE.contains(name)
                || OF_THE_CALLERS_TRACE.contains(name)
                || SPOOFABLE_FAMILIES.stream().anyMatch(name::startsWith);
    }

    /** A service names itself in {@code Location}; the caller must find the thing through the gateway. */
    private void makeRelative(MultiMap headers, String name) {
        String address = headers.get(name);
        if (address != null && address.startsWith(upstream)) {
            headers.set(name, address.substring(upstream.length() - 1));
        }
    }
}
