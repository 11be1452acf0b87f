package uk.jointdesk.kpi.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * incident-service as far as this service calls it: a change feed to which tests append lines ({@code POST
 * /stage/events}, one JSON object a line) and likewise what became of surveys and major incidents, the rules of {@link
 * DemoRules}, and import jobs ({@code PUT /stage/imports}).
 * It also issues the token this service calls with. A position is the number of events before it.
 */
public final class FakeIncident implements QuarkusTestResourceLifecycleManager {

    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
    private static final int PAGE = 700;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> surveys = new CopyOnWriteArrayList<>();
    private final List<String> majorIncidents = new CopyOnWriteArrayList<>();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.put("/api/v1/partners", DemoRules.PARTNERS);
        documents.put("/api/v1/calendars", DemoRules.CALENDARS);
        documents.put("/api/v1/agreements", DemoRules.AGREEMENTS);
        documents.put("/api/v1/imports", "{\"items\":[],\"next\":null}");
        documents.put("/token", "{\"access_token\":\"its-own\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        server.createContext("/", this::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.rest-client.incident.url",
                url,
                "fake.incident.url",
                url,
                "quarkus.oidc-client.auth-server-url",
                url,
                "quarkus.oidc-client.discovery-enabled",
                "false",
                "quarkus.oidc-client.token-path",
                "/token",
                "quarkus.oidc-client.credentials.secret",
                "kpi-service-secret");
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String answer =
                switch (uri.getPath()) {
                    case "/stage/calendars" -> documents.put("/api/v1/calendars", body);
                    case "/stage/agreements" -> documents.put("/api/v1/agreements", body);
                    case "/stage/events" -> staged(events, body);
                    case "/stage/surveys" -> staged(surveys, body);
                    case "/stage/major-incidents" -> staged(majorIncidents, body);
                    case "/stage/imports" -> documents.put("/api/v1/imports", body);
                    case "/api/v1/ticket-events" -> page(events, uri.getQuery());
                    case "/api/v1/feedback/surveys" -> page(surveys, uri.getQuery());
                    case "/api/v1/major-incidents" ->
                        "{\"items\":[" + String.join(",", majorIncidents) + "],\"next\":null}";
                    default -> documents.get(uri.getPath());
                };
        send(exchange, answer);
    }

    private static String staged(List<String> events, String lines) {
        events.addAll(lines.lines().filter(line -> !line.isBlank()).toList());
        return "{}";
    }

    private static String page(List<String> events, String query) {
        Matcher after = AFTER.matcher(query);
        int start = after.find() ? Integer.parseInt(after.group(1)) : 0;
        int end = Math.min(start + PAGE, events.size());
        List<String> items = new ArrayList<>(events.subList(start, end));
        return "{\"items\":[" + String.join(",", items) + "],\"next\":\"" + end + "\"}";
    }

    private static void send(HttpExchange exchange, String answer) throws IOException {
        byte[] bytes = answer == null ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
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
