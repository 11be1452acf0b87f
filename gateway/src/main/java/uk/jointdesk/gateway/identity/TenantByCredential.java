package uk.jointdesk.gateway.identity;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which way of signing in applies. A bearer token is a bearer token everywhere. Without one, a page sends its reader to
 * sign in, a contract is shown to who is signed in already, the status to anybody, and the API asks for a token: a cookie never opens it, so
 * that no other site can make a signed-in browser write.
 */
@ApplicationScoped
public class TenantByCredential implements TenantResolver {

    private static final String WEB = "web";
    /** Said and not left open: else Quarkus would look for a tenant's name among the words of the path. */
    private static final String BEARER = "Default";

    private static final String SESSION_COOKIE = "q_session_web";

    @Override
    public String resolve(RoutingContext request) {
        if (Paths.carriesBearer(request) || Paths.isBelow(request, "/api") || Paths.isBelow(request, "/q")) {
            return BEARER;
        }
        return opensUnasked(request) && !isSignedIn(request) ? BEARER : WEB;
    }

    private static boolean opensUnasked(RoutingContext request) {
        return Paths.isBelow(request, "/contracts") || Paths.isBelow(request, "/status");
    }

    /** A large session is kept in several cookies, {@code q_session_web_chunk_1} and on. */
    private static boolean isSignedIn(RoutingContext request) {
        return request.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
    }
}
