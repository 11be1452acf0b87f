package uk.jointdesk.gateway.protection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;

/**
 * Whether a page of ours made the browser ask. A session is a cookie, which the browser sends whoever makes it ask;
 * what could change something therefore needs the browser's own word that the page was ours. Nobody is signed out by
 * another site either. The API takes no cookies (identity.CookiesOfPages) and needs none of this.
 */
@ApplicationScoped
public class SameSite {

    /** After the cookies of the API are gone, before identity is looked at. */
    private static final int BEFORE_IDENTITY = 890;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Problem CROSS_SITE =
            new Problem(403, "cross-site", "This may only be asked for from a page of Jointdesk itself.");

    private final Problems problems;
    private final String signOut;

    public SameSite(Problems problems, @ConfigProperty(name = "quarkus.oidc.web.logout.path") String signOut) {
        this.problems = problems;
        this.signOut = signOut;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, BEFORE_IDENTITY);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.COOKIE) && isForbidden(context)) {
            problems.answer(request, CROSS_SITE);
        } else {
            context.next();
        }
    }

    private boolean isForbidden(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!SAFE.contains(request.method().name())) {
            return !isOurOwn(request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return signOut.equals(context.normalizedPath()) && ("cross-site".equals(site) || "same-site".equals(site));
    }

    /** Fetch metadata if the browser sends them, else the origin; a browser that says neither is not believed. */
    private static boolean isOurOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return "same-origin".equals(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && isHere(origin, request);
    }

    private static boolean isHere(String origin, HttpServerRequest request) {
        HostAndPort here = request.authority();
        try {
            URI there = URI.create(origin);
            return here != null && here.host().equals(there.getHost()) && here.port() == there.getPort();
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
