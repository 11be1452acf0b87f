package uk.jointdesk.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import uk.jointdesk.gateway.board.StubFigures;

/** One stubbed service. */
final class StubService implements Handler<HttpServerRequest> {

    private final String name;
    private final StubFaults faults = new StubFaults();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger listening = new AtomicInteger();
    private final AtomicInteger looked = new AtomicInteger();

    StubService(String name) {
        this.name = name;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path();
        switch (path) {
            case "/q/openapi" -> json(request, resource("openapi/" + name + ".json"));
            case "/q/health/ready" -> health(request);
            case "/api/v1/tickets/looked-at" ->
                json(request, new JsonObject().put("looked", looked.get()).encode());
            case "/api/v1/partners" -> json(request, list(StubFigures.partners()));
            case "/api/v1/imports" -> count(request);
            case "/api/v1/tickets/hangs-up" -> request.body().onComplete(any -> hangUp(request));
            case "/api/v1/tickets/silent" -> request.resume();
            case "/api/v1/tickets/headers" -> withBadHeaders(request);
            case "/api/v1/tickets/announces" -> StubFaults.announceAndDie(request);
            case "/api/v1/tickets/half" -> StubFaults.dieHalfWay(request);
            case "/api/v1/tickets/second-time" -> faults.answerTheSecondTime(request);
            case "/api/v1/tickets/LBB-1" ->
                request.response().setStatusCode(404).end();
            case "/api/v1/packs" -> large(request);
            case "/api/v1/tickets/stream" -> stream(request);
            case "/api/v1/tickets/listeners" ->
                json(request, new JsonObject().put("listening", listening.get()).encode());
            default -> answer(request, path);
        }
    }

    private void answer(HttpServerRequest request, String path) {
        if (path.equals("/api/v1/feedback/" + "s".repeat(64))) {
            faults.answerTheSecondTime(request);
        } else if (path.startsWith("/api/v1/partners/")) {
            partner(request, path.substring("/api/v1/partners/".length()));
        } else if (path.startsWith("/api/v1/performance/") || path.equals("/api/v1/contributions")) {
            StubFigures.answer(request);
        } else {
            echo(request);
        }
    }

    /** Ready, and the figures a good minute behind. */
    private void health(HttpServerRequest request) {
        looked.incrementAndGet();
        JsonObject health = new JsonObject().put("status", "UP");
        if ("kpi".equals(name)) {
            JsonObject data = new JsonObject().put("readToEndAt", "null").put("lagSeconds", 65);
            health.put(
                    "checks",
                    new JsonArray()
                            .add(new JsonObject().put("name", "change feed").put("data", data)));
        }
        json(request, health.encode());
    }

    private void partner(HttpServerRequest request, String code) {
        StubFigures.partners().stream()
                .filter(partner -> partner.getString("code").equals(code))
                .findFirst()
                .ifPresentOrElse(
                        partner -> json(request, partner.encode()),
                        () -> request.response().setStatusCode(404).end());
    }

    private static String list(java.util.List<JsonObject> items) {
        return new JsonObject()
                .put("items", new JsonArray(items))
                .putNull("next")
                .encode();
    }

    /** Says exactly what arrived. */
    private static void echo(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers()
                .forEach(header -> headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        request.body()
                .onSuccess(body -> json(
                        request,
                        new JsonObject()
                                .put("method", request.method().name())
                                .put("uri", request.uri())
                                .put("headers", headers)
                                .put("body", body.toString(StandardCharsets.UTF_8))
                                .encode()));
    }

    /** Counts a body as it comes, holding none of it. */
    private static void count(HttpServerRequest request) {
        AtomicLong bytes = new AtomicLong();
        request.handler(buffer -> bytes.addAndGet(buffer.length())).endHandler(end -> {
            request.response().setStatusCode(202);
            json(request, new JsonObject().put("bytes", bytes.get()).encode());
        });
    }

    /** Takes the request and dies without an answer; the second time it says how often it was asked. */
    private void hangUp(HttpServerRequest request) {
        if (request.getHeader("X-Ask-Count") != null) {
            json(request, new JsonObject().put("asked", writes.get()).encode());
            return;
        }
        writes.incrementAndGet();
        request.connection().close();
    }

    /** Tells one event and then nothing, until the listener leaves. */
    private void stream(HttpServerRequest request) {
        listening.incrementAndGet();
        request.response().closeHandler(left -> listening.decrementAndGet());
        request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .write("id: 1\nevent: ready\ndata: {}\n\n");
    }

    private static void withBadHeaders(HttpServerRequest request) {
        request.response()
                .putHeader("Connection", "close, X-Hop")
                .putHeader("X-Hop", "one")
                .putHeader("Server", "secret/1.0")
                .putHeader("Set-Cookie", "a=b")
                .putHeader("X-Request-Id", "of-the-service")
                .putHeader("ETag", "\"7\"")
                .putHeader("Location", "http://" + request.authority() + "/api/v1/tickets/LBL-0000001")
                .setStatusCode(201)
                .end("{}");
    }

    /** Answers with as many megabytes as asked. */
    private static void large(HttpServerRequest request) {
        int megabytes = Integer.parseInt(request.getParam("megabytes", "1"));
        request.response().setChunked(true);
        new StubLargeAnswer(request.response(), megabytes).send();
    }

    private static void json(HttpServerRequest request, String body) {
        request.response().putHeader("Content-Type", "application/json").end(body);
    }

    private static String resource(String path) {
        try (InputStream stream = StubService.class.getClassLoader().getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
