package uk.jointdesk.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAddresses;

/**
 * The proxies to the services: for each one for ordinary requests, one for imports and one for streams of events, each
 * with connections of its own, so that slow uploads and patient listeners take none from those that come and go.
 */
@ApplicationScoped
public class ServiceProxies {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_SERVICE = 1_000;
    private static final int WAITING_PER_SERVICE = 1_000;

    private final Map<Service, HttpProxy> ordinary = new EnumMap<>(Service.class);
    private final Map<Service, HttpProxy> imports = new EnumMap<>(Service.class);
    private final Map<Service, HttpProxy> streams = new EnumMap<>(Service.class);

    public ServiceProxies(
            Vertx vertx,
            ServiceAddresses addresses,
            Problems problems,
            ContractChecks contract,
            Patience patience,
            FuseSettings fuses,
            @ConfigProperty(name = "jointdesk.proxy.body-limit") MemorySize bodyLimit) {
        BodyLimit limit = new BodyLimit(bodyLimit.asLongValue(), problems);
        for (Service service : Service.values()) {
            Guards guards = new Guards(
                    new UpstreamFailures(service, problems),
                    contract,
                    new Fuse(service, fuses),
                    new HeaderHygiene(addresses.of(service)),
                    new OneRetry(),
                    new FirstByte(service, problems));
            RequestOptions origin = origin(addresses.of(service));
            imports.put(service, guards.around(proxy(client(vertx), origin, patience)));
            ordinary.put(service, guards.around(proxy(client(vertx), origin, patience), limit));
            streams.put(service, guards.around(proxy(client(vertx), origin, patience), limit));
        }
    }

    public HttpProxy of(Admission.Admitted admitted) {
        Map<Service, HttpProxy> kind = admitted.isImport() ? imports : admitted.isStream() ? streams : ordinary;
        return kind.get(admitted.service());
    }

    /** What stands between a caller and one service, from the outside in. */
    private record Guards(
            UpstreamFailures failures,
            ContractChecks contract,
            Fuse fuse,
            HeaderHygiene hygiene,
            OneRetry retry,
            FirstByte firstByte) {

        HttpProxy around(HttpProxy proxy) {
            return inside(proxy.addInterceptor(failures));
        }

        HttpProxy around(HttpProxy proxy, BodyLimit limit) {
            return inside(proxy.addInterceptor(failures).addInterceptor(limit));
        }

        private HttpProxy inside(HttpProxy proxy) {
            return contract.on(proxy)
                    .addInterceptor(fuse)
                    .addInterceptor(hygiene)
                    .addInterceptor(firstByte)
                    .addInterceptor(retry);
        }
    }

    private static HttpProxy proxy(HttpClient client, RequestOptions origin, Patience patience) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> client.request(new RequestOptions(origin)
                                .setIdleTimeout(patience.millisFor(context))
                                .setTraceOperation(operation(context)))
                        .compose(request -> unlessLeft(context, request)));
    }

    private static String operation(ProxyContext context) {
        return ((AdmittedRequest) context.request().proxiedRequest())
                .admitted()
                .operation()
                .name();
    }

    /** A caller that left before its request could be sent on will not be heard of again: nobody would end it. */
    private static Future<HttpClientRequest> unlessLeft(ProxyContext context, HttpClientRequest request) {
        if (CallerLeft.isGone(context)) {
            request.reset();
            return Future.failedFuture(new CallerLeft());
        }
        OneRetry.sending(context);
        BrokenOff.watch(context, request);
        return Future.succeededFuture(request);
    }

    private static RequestOptions origin(URI address) {
        boolean encrypted = "https".equals(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : encrypted ? 443 : 80;
        return new RequestOptions()
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(encrypted)
                .setConnectTimeout(CONNECT_MILLIS);
    }

    private static HttpClient client(Vertx vertx) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                .setMaxWaitQueueSize(WAITING_PER_SERVICE)
                .setKeepAlive(true)
                .setPipelining(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setDecompressionSupported(false));
    }
}
