package uk.jointdesk.gateway.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.problem.RequestId;

/** What every answer says before anything else is said: its request id, and how little a browser may do with it. */
@ApplicationScoped
public class SecurityHeaders {

    private static final int BEFORE_ALL_OTHERS = 1_000;

    private final String contentPolicy;

    public SecurityHeaders(@ConfigProperty(name = "jointdesk.issuer") URI issuer) {
        // A form sent after the session ended is redirected to the identity provider, which form-action must know.
        this.contentPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'; form-action 'self' "
                + issuer.resolve("/").toString().replaceAll("/$", "");
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, BEFORE_ALL_OTHERS);
    }

    private void begin(RoutingContext request) {
        RequestId.settle(request.request());
        HttpServerResponse response = request.response();
        response.putHeader("Content-Security-Policy", contentPolicy);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("X-Frame-Options", "DENY");
        if (isPage(request)) {
            response.putHeader("Cache-Control", "private, no-store");
        }
        request.next();
    }

    private static boolean isPage(RoutingContext request) {
        return List.of("/api", "/assets", "/webjars", "/q").stream().noneMatch(root -> Paths.isBelow(request, root));
    }
}
