package uk.jointdesk.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three services that describe themselves, echo what reaches them, and misbehave on request. */
public class StubServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        for (String name : List.of("incident", "kpi", "finance")) {
            config.put("jointdesk.services." + name, "http://127.0.0.1:" + listen(name));
        }
        config.put("jointdesk.proxy.silence", "5s");
        // Long enough that no test sees a window end.
        config.put("jointdesk.quota.window", "12h");
        config.put("jointdesk.quota.limits.read", "1000000");
        config.put("jointdesk.quota.limits.write", "1000000");
        config.put("jointdesk.quota.clients.narrow.read", "3");
        config.put("jointdesk.quota.at-once", "40");
        config.put("jointdesk.wire.head", "5s");
        config.put("quarkus.http.limits.max-connections", "600");
        config.put("jointdesk.cors.origins", "https://desk.lewisham.example");
        return config;
    }

    private int listen(String name) {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setMaxChunkSize(64 * 1024))
                .requestHandler(new StubService(name))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        servers.add(server);
        return server.actualPort();
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
