package uk.jointdesk.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that fails once it is longer than allowed. */
final class CountedStream extends PassingStream {

    private final long limit;
    private long count;
    private Handler<Throwable> failed = failure -> {};

    CountedStream(ReadStream<Buffer> body, long limit) {
        super(body);
        this.limit = limit;
    }

    boolean exceeded() {
        return count > limit;
    }

    @Override
    void pass(Buffer part, Handler<Buffer> reader) {
        boolean before = exceeded();
        count += part.length();
        if (!exceeded()) {
            reader.handle(part);
        } else if (!before) {
            failed.handle(new IllegalStateException("body longer than " + limit + " bytes"));
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        return super.exceptionHandler(handler);
    }
}
