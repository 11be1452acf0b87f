package uk.jointdesk.gateway.route;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A value read from elsewhere when first wanted and kept for a while. Once it is old it is still given out while one
 * reader fetches it anew, and stays if that fails: an old description of a service is better than none.
 */
public final class Fresh<T> {

    private final Vertx vertx;
    private final Clock clock;
    private final Duration freshFor;
    private final Supplier<Future<T>> source;
    private T value;
    private Instant readAt = Instant.MIN;
    private Future<T> reading;

    public Fresh(Vertx vertx, Clock clock, Duration freshFor, Supplier<Future<T>> source) {
        this.vertx = vertx;
        this.clock = clock;
        this.freshFor = freshFor;
        this.source = source;
    }

    public synchronized Future<T> get() {
        boolean old = value == null || clock.instant().isAfter(readAt.plus(freshFor));
        Future<T> shared = old && reading == null ? read() : reading;
        return value == null ? onThisContext(shared) : Future.succeededFuture(value);
    }

    private Future<T> read() {
        Promise<T> answer = Promise.promise();
        reading = answer.future();
        Future<T> shared = reading;
        source.get().onComplete(result -> {
            settle(result);
            answer.handle(result);
        });
        return shared;
    }

    private synchronized void settle(AsyncResult<T> result) {
        reading = null;
        if (result.succeeded()) {
            value = result.result();
            readAt = clock.instant();
        }
    }

    /** Readers share one fetch, and each goes on where it was: a proxied request must not change its event loop. */
    private Future<T> onThisContext(Future<T> shared) {
        Context here = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        shared.onComplete(result -> here.runOnContext(go -> promise.handle(result)));
        return promise.future();
    }
}
