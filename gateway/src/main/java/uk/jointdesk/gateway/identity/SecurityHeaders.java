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

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private final String contentPolicy;
    private final boolean secureOutside;

    /** @param secureOutside whether a balancer in front ends TLS for us */
    public SecurityHeaders(
            @ConfigProperty(name = "jointdesk.issuer") URI issuer,
            @ConfigProperty(name = "quarkus.oidc.web.authentication.cookie-force-secure") boolean secureOutside) {
        this.secureOutside = secureOutside;
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
        say(request.response());
        if (secureOutside || request.request().isSSL()) {
            request.response().putHeader("Strict-Transport-Security", A_YEAR);
        }
        if (!isPublic(request)) {
            request.response().putHeader("Cache-Control", isApi(request) ? "no-store" : "private, no-store");
        }
        request.next();
    }

    /** What a browser is told with every answer, whoever gives it. */
    public void say(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", contentPolicy);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("X-Frame-Options", "DENY");
    }

    private static boolean isApi(RoutingContext request) {
        return Paths.isBelow(request, "/api");
    }

    /** What is the same for everybody may be kept; all else says something of a council or to a reader. */
    private static boolean isPublic(RoutingContext request) {
        return List.of("/assets", "/webjars", "/q").stream().anyMatch(root -> Paths.isBelow(request, root));
    }
}
