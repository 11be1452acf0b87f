package uk.jointdesk.gateway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import uk.jointdesk.gateway.problem.RequestId;

/**
 * Lets a request be found by what its caller knows of it: the request id that it was told, and the trace of its own
 * that it named. Of the latter two numbers are kept, as a link, and nothing that the caller wrote beside them.
 */
@ApplicationScoped
public class CallersTrace {

    /** The request id has been settled; who calls is not known yet. */
    private static final int BEFORE_IDENTITY = 950;

    private static final TextMapGetter<HttpServerRequest> HEADERS = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(HttpServerRequest request) {
            return request.headers().names();
        }

        @Override
        public String get(HttpServerRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    };

    void register(@Observes Filters filters) {
        filters.register(this::note, BEFORE_IDENTITY);
    }

    private void note(RoutingContext context) {
        HttpServerRequest request = context.request();
        Span span = RequestSpan.of(request);
        if (span.isRecording()) {
            span.setAttribute("jointdesk.request.id", RequestId.of(request.response()));
            link(span, request);
        }
        context.next();
    }

    private static void link(Span span, HttpServerRequest request) {
        SpanContext said = Span.fromContext(
                        W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS))
                .getSpanContext();
        if (said.isValid()) {
            span.addLink(SpanContext.createFromRemoteParent(
                    said.getTraceId(), said.getSpanId(), TraceFlags.getDefault(), TraceState.getDefault()));
        }
    }
}
