package uk.jointdesk.finance.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * kpi-service as far as this service calls it: answers about volumes that tests stage ({@code POST
 * /stage?from=…&to=…}) and about service points ({@code POST /stage/service-points?…}), a refusal where nothing is staged, and no answer at all where the staged text is empty. It also
 * issues the token this service calls with, and refuses callers that do not show it.
 */
public final class FakeKpi implements QuarkusTestResourceLifecycleManager {
    private final Map<String, String> volumes = new ConcurrentHashMap<>();
    private final Map<String, String> servicePoints = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/token",
                exchange -> send(
                        exchange, 200, "{\"access_token\":\"its-own\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        server.createContext("/stage", exchange -> stage(exchange, volumes));
        server.createContext("/stage/service-points", exchange -> stage(exchange, servicePoints));
        server.createContext("/api/v1/performance/volumes", exchange -> answer(exchange, volumes, 500));
        server.createContext("/api/v1/service-points", exchange -> answer(exchange, servicePoints, 404));
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.rest-client.kpi.url",
                url,
                "fake.kpi.url",
                url,
                "quarkus.oidc-client.auth-server-url",
                url,
                "quarkus.oidc-client.discovery-enabled",
                "false",
                "quarkus.oidc-client.token-path",
                "/token",
                "quarkus.oidc-client.credentials.secret",
                "finance-service-secret");
    }

    private static void stage(HttpExchange exchange, Map<String, String> staged) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        staged.put(exchange.getRequestURI().getQuery(), body);
        send(exchange, 200, "{}");
    }

    private static void answer(HttpExchange exchange, Map<String, String> staged, int unknown) throws IOException {
        String answer = staged.get(exchange.getRequestURI().getQuery());
        boolean known = "Bearer its-own".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (answer != null && answer.isEmpty()) {
            exchange.close();
        } else if (answer == null || !known) {
            send(exchange, known ? unknown : 401, "{\"code\":\"unexpected\"}");
        } else {
            send(exchange, 200, answer);
        }
    }

    private static void send(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
