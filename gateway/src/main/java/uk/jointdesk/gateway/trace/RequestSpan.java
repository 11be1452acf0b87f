package uk.jointdesk.gateway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import java.util.Optional;

/** The span that stands for a request; one that records nothing where the request is not traced. */
public final class RequestSpan {

    private RequestSpan() {}

    /** The trace under which a collector knows the request, if it is told of it. */
    public static Optional<String> traceOf(HttpServerRequest request) {
        SpanContext span = of(request).getSpanContext();
        return span.isSampled() ? Optional.of(span.getTraceId()) : Optional.empty();
    }

    /** Names the request by the path that its contract describes, as metrics and the access log do. */
    public static void route(HttpServerRequest request, String template) {
        HttpServerRoute.update(contextOf(request), HttpServerRouteSource.CONTROLLER, template);
    }

    static Span of(HttpServerRequest request) {
        return Span.fromContext(contextOf(request));
    }

    /** Every request runs in a context of its own, which keeps its span, whichever thread asks. */
    private static Context contextOf(HttpServerRequest request) {
        Context kept = QuarkusContextStorage.getOtelContext(((HttpServerRequestInternal) request).context());
        return kept == null ? Context.root() : kept;
    }
}
