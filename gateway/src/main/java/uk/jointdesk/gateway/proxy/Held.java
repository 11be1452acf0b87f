package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body read to its end, up to a length: what is longer is not held. */
final class Held {

    private final Buffer read = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private final ReadStream<Buffer> body;
    private final long limit;

    private Held(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    /** Fails with {@link TooLong}, the rest of the body unread. */
    static Future<Buffer> of(ReadStream<Buffer> body, long limit) {
        Held held = new Held(body, limit);
        body.exceptionHandler(held.whole::tryFail);
        body.endHandler(end -> held.whole.tryComplete(held.read));
        body.handler(held::add);
        body.resume();
        return held.whole.future();
    }

    private void add(Buffer part) {
        if (read.length() + part.length() <= limit) {
            read.appendBuffer(part);
            return;
        }
        body.pause();
        body.handler(null);
        whole.tryFail(new TooLong());
    }

    /** The body is longer than what is held. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("longer than is held", null, false, false);
        }
    }
}
