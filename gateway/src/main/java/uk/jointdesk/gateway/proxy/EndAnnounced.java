package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import uk.jointdesk.gateway.contract.change.Sunset;

/** Every answer of an operation that will end says so (RFC 9745, RFC 8594), so that no program is surprised. */
final class EndAnnounced implements ProxyInterceptor {

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        AdmittedRequest request = (AdmittedRequest) context.request().proxiedRequest();
        Sunset.of(request.admitted().operation().definition()).ifPresent(sunset -> context.response()
                .putHeader("Deprecation", sunset.deprecationHeader())
                .putHeader("Sunset", sunset.sunsetHeader()));
        return context.sendResponse();
    }
}
