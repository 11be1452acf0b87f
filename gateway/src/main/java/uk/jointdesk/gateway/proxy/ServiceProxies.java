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
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAddresses;

/**
 * The proxies to the services: for each one for ordinary requests, one for imports and one for streams of events. Nothing
 * is ever sent twice.
 */
@ApplicationScoped
public class ServiceProxies {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_SERVICE = 256;
    private static final int WAITING_PER_SERVICE = 1_000;
    /** A stream keeps its connection while its reader listens; it must not take one from those that come and go. */
    private static final int STREAMS_PER_SERVICE = 1_000;

    private final Map<Service, HttpProxy> ordinary = new EnumMap<>(Service.class);
    private final Map<Service, HttpProxy> imports = new EnumMap<>(Service.class);
    private final Map<Service, HttpProxy> streams = new EnumMap<>(Service.class);

    public ServiceProxies(
            Vertx vertx,
            ServiceAddresses addresses,
            Problems problems,
            @ConfigProperty(name = "jointdesk.proxy.silence") Duration silence,
            @ConfigProperty(name = "jointdesk.proxy.body-limit") MemorySize bodyLimit) {
        BodyLimit limit = new BodyLimit(bodyLimit.asLongValue(), problems);
        for (Service service : Service.values()) {
            HttpClient client = client(vertx, CONNECTIONS_PER_SERVICE);
            HttpClient lasting = client(vertx, STREAMS_PER_SERVICE);
            URI address = addresses.of(service);
            UpstreamFailures failures = new UpstreamFailures(service, problems);
            HeaderHygiene hygiene = new HeaderHygiene(address);
            RequestOptions patient = origin(address);
            RequestOptions impatient = origin(address).setIdleTimeout(silence.toMillis());
            imports.put(service, proxy(client, patient).addInterceptor(failures).addInterceptor(hygiene));
            ordinary.put(service, guarded(proxy(client, impatient), failures, limit, hygiene));
            streams.put(service, guarded(proxy(lasting, impatient), failures, limit, hygiene));
        }
    }

    public HttpProxy of(Admission.Admitted admitted) {
        Map<Service, HttpProxy> kind = admitted.isImport() ? imports : admitted.isStream() ? streams : ordinary;
        return kind.get(admitted.service());
    }

    private static HttpProxy guarded(
            HttpProxy proxy, UpstreamFailures failures, BodyLimit limit, HeaderHygiene hygiene) {
        return proxy.addInterceptor(failures).addInterceptor(limit).addInterceptor(hygiene);
    }

    private static HttpProxy proxy(HttpClient client, RequestOptions origin) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context ->
                        client.request(new RequestOptions(origin)).compose(request -> unlessLeft(context, request)));
    }

    /** A caller that left before its request could be sent on will not be heard of again: nobody would end it. */
    private static Future<HttpClientRequest> unlessLeft(ProxyContext context, HttpClientRequest request) {
        if (CallerLeft.isGone(context)) {
            request.reset();
            return Future.failedFuture(new CallerLeft());
        }
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

    private static HttpClient client(Vertx vertx, int connections) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(WAITING_PER_SERVICE)
                .setKeepAlive(true)
                .setPipelining(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setDecompressionSupported(false));
    }
}
