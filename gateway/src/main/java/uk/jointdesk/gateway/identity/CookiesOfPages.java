package uk.jointdesk.gateway.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes the cookies off every request that is not a page's. A session opens pages only; were it to open the API, any
 * other site could make a signed-in browser write.
 */
@ApplicationScoped
public class CookiesOfPages {

    private static final int BEFORE_IDENTITY = 900;

    void register(@Observes Filters filters) {
        filters.register(this::take, BEFORE_IDENTITY);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Paths.isBelow(context, "/api") || Paths.carriesBearer(context)) {
            request.headers().remove(HttpHeaders.COOKIE);
        }
        context.next();
    }
}
