package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body of which the first buffer has been read already, and nothing more until somebody asks for it. */
final class BegunStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final Promise<Void> begun = Promise.promise();
    private Buffer first;
    private Throwable failure;
    private boolean ended;
    private Handler<Buffer> each;
    private Handler<Void> end;

    BegunStream(ReadStream<Buffer> body) {
        this.body = body;
    }

    /** Completes with the first buffer or the end, whichever comes; fails if the body does before. */
    Future<Void> begin() {
        body.exceptionHandler(this::breakOff);
        body.endHandler(over -> {
            ended = true;
            begun.tryComplete();
        });
        body.handler(buffer -> {
            first = buffer;
            begun.tryComplete();
        });
        body.fetch(1);
        return begun.future();
    }

    /** The body ends here. Whoever listens later hears of it then. */
    void breakOff(Throwable why) {
        failure = why;
        begun.tryFail(why);
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        each = handler;
        body.handler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        body.exceptionHandler(handler);
        if (failure != null && handler != null) {
            handler.handle(failure);
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        end = handler;
        if (!ended) {
            body.endHandler(handler);
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        deliverFirst();
        if (!ended) {
            body.resume();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        long left = deliverFirst() ? amount - 1 : amount;
        if (left > 0 && !ended) {
            body.fetch(left);
        }
        return this;
    }

    private boolean deliverFirst() {
        Buffer kept = first;
        first = null;
        if (kept != null && each != null) {
            each.handle(kept);
        }
        if (ended && end != null) {
            Handler<Void> last = end;
            end = null;
            last.handle(null);
        }
        return kept != null;
    }
}
