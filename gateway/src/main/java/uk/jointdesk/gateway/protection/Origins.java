package uk.jointdesk.gateway.protection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;

/**
 * Which other sites' pages may call the API from a browser: none but those that the configuration names. They send a
 * bearer token of their own; a cookie is never accepted from them.
 */
@ApplicationScoped
public class Origins {

    /** After the request has its id, before anybody asks for a token: a browser's question carries none. */
    private static final int EARLY = 940;

    private static final int AN_HOUR = 3_600;
    private static final Set<String> SAID = Set.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "X-Request-Id",
            "traceparent",
            "tracestate");
    private static final Set<String> HEARD = Set.of(
            "Deprecation",
            "ETag",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Sunset",
            "X-Request-Id");
    private static final Problem NOT_ALLOWED =
            new Problem(403, "origin-not-allowed", "Pages of this origin may not call the API.");

    private final List<String> origins;
    private final CorsHandler cors;
    private final Problems problems;

    public Origins(@ConfigProperty(name = "jointdesk.cors.origins") Optional<List<String>> origins, Problems problems) {
        this.origins = origins.orElse(List.of());
        this.problems = problems;
        this.cors = CorsHandler.create()
                .addOrigins(this.origins)
                .allowedMethods(
                        Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE))
                .allowedHeaders(SAID)
                .exposedHeaders(HEARD)
                .maxAgeSeconds(AN_HOUR);
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !context.normalizedPath().startsWith("/api/")) {
            context.next();
        } else if (origins.contains(origin)) {
            // A cache must not give one site's answer to another.
            context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            cors.handle(context);
        } else if (isQuestion(request)) {
            problems.answer(request, NOT_ALLOWED);
        } else {
            // Without the headers that allow it no browser shows the answer to the other site.
            context.next();
        }
    }

    private static boolean isQuestion(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
