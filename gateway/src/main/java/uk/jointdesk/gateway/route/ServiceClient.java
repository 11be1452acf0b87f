package uk.jointdesk.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads something small from a service for the gateway's own use; what callers ask for goes through the proxy. */
@ApplicationScoped
public class ServiceClient {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 10_000;

    private final WebClient onBehalf;
    private final WebClient forItself;
    private final ServiceAddresses addresses;

    public ServiceClient(Vertx vertx, ServiceAddresses addresses) {
        this.addresses = addresses;
        this.onBehalf = WebClient.create(vertx, options());
        this.forItself = WebClient.create(vertx, options().setTracingPolicy(TracingPolicy.IGNORE));
    }

    private static WebClientOptions options() {
        WebClientOptions options = new WebClientOptions();
        options.setFollowRedirects(false).setUserAgent("jointdesk-gateway").setConnectTimeout(CONNECT_MILLIS);
        return options;
    }

    /** What the service says to anybody, such as its description and its health; part of no caller's trace. */
    public Future<ServiceAnswer> ask(Service service, String pathAndQuery) {
        return send(request(forItself, service, pathAndQuery));
    }

    /** What the service says to the holder of this token. */
    public Future<ServiceAnswer> ask(Service service, String pathAndQuery, String token) {
        return send(request(onBehalf, service, pathAndQuery).bearerTokenAuthentication(token));
    }

    private HttpRequest<Buffer> request(WebClient client, Service service, String pathAndQuery) {
        return client.getAbs(addresses.of(service).resolve(pathAndQuery).toString())
                .putHeader("Accept", "application/json")
                .timeout(ANSWER_MILLIS);
    }

    private static Future<ServiceAnswer> send(HttpRequest<Buffer> request) {
        return request.send()
                .map(answer -> new ServiceAnswer(
                        answer.statusCode(), answer.body() == null ? Buffer.buffer() : answer.body()));
    }
}
