package uk.jointdesk.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ways in which a service can die on the gateway. */
final class StubFaults {

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** Says that ten bytes will follow and closes the connection. */
    static void announceAndDie(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Length", "10")
                .write(Buffer.buffer())
                .onComplete(written -> request.connection().close());
    }

    /** Gives five of ten bytes and closes the connection. */
    static void dieHalfWay(HttpServerRequest request) {
        request.response().putHeader("Content-Length", "10").write("12345").onComplete(written -> request.connection()
                .close());
    }

    /** Hangs up on the first request of each name and tells the second how often it was asked. */
    void answerTheSecondTime(HttpServerRequest request) {
        String name = request.getHeader("X-Name");
        request.body().onComplete(read -> {
            int times = asked.merge(name, request.headers().contains("X-Ask-Count") ? 0 : 1, Integer::sum);
            if (times == 1 && !request.headers().contains("X-Ask-Count")) {
                request.connection().close();
            } else {
                request.response().putHeader("Content-Type", "application/json").end("{\"asked\":" + times + "}");
            }
        });
    }
}
