package uk.jointdesk.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;

/** A body that passes as it comes and is looked at afterwards, if it was not too long. */
final class Copied extends PassingStream {

    private final long limit;
    private final Consumer<Buffer> afterwards;
    private Buffer copy = Buffer.buffer();

    Copied(ReadStream<Buffer> body, long limit, Consumer<Buffer> afterwards) {
        super(body);
        this.limit = limit;
        this.afterwards = afterwards;
    }

    @Override
    void pass(Buffer part, Handler<Buffer> reader) {
        if (copy != null && copy.length() + part.length() <= limit) {
            copy.appendBuffer(part);
        } else {
            copy = null;
        }
        reader.handle(part);
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        return super.endHandler(handler == null ? null : end -> finish(handler));
    }

    private void finish(Handler<Void> next) {
        next.handle(null);
        if (copy != null) {
            afterwards.accept(copy);
        }
    }
}
