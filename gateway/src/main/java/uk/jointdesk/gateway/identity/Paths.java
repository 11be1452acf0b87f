package uk.jointdesk.gateway.identity;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What a request shows of itself before it is known who sends it. */
final class Paths {

    private Paths() {}

    static boolean carriesBearer(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    static boolean isBelow(RoutingContext request, String root) {
        String path = request.normalizedPath();
        return path.equals(root) || path.startsWith(root + "/");
    }
}
