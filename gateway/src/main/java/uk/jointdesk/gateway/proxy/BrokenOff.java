package uk.jointdesk.gateway.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.ProxyContext;
import java.util.Optional;

/**
 * Hears of a connection that ends after the head of an answer and before anybody looks at its body. Vert.x tells a
 * failure once, to whoever listens at that moment; unheard, it would leave the caller waiting for ever.
 */
final class BrokenOff {

    private static final String FAILURE = BrokenOff.class.getName();

    private BrokenOff() {}

    /** To be called before the answer can have come; whoever listens to the answer later takes over from here. */
    static void watch(ProxyContext context, HttpClientRequest request) {
        request.response().onSuccess(answer -> answer.exceptionHandler(failure -> context.set(FAILURE, failure)));
    }

    /** Why the answer broke off, if it has. */
    static Optional<Throwable> why(ProxyContext context) {
        return Optional.ofNullable(context.get(FAILURE, Throwable.class));
    }
}
