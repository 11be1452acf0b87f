package uk.jointdesk.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;

/** A body that passes as it comes and is looked at afterwards, if it was not too long. */
final class Copied implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Consumer<Buffer> afterwards;
    private Buffer copy = Buffer.buffer();

    Copied(ReadStream<Buffer> body, long limit, Consumer<Buffer> afterwards) {
        this.body = body;
        this.limit = limit;
        this.afterwards = afterwards;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    private void pass(Buffer part, Handler<Buffer> next) {
        if (copy != null && copy.length() + part.length() <= limit) {
            copy.appendBuffer(part);
        } else {
            copy = null;
        }
        next.handle(part);
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(handler == null ? null : end -> finish(handler));
        return this;
    }

    private void finish(Handler<Void> next) {
        next.handle(null);
        if (copy != null) {
            afterwards.accept(copy);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
