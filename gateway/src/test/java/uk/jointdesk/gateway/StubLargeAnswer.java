package uk.jointdesk.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** An answer written as fast as it is read, and no faster. */
final class StubLargeAnswer {

    private static final Buffer MEGABYTE = Buffer.buffer(new byte[1 << 20]);

    private final HttpServerResponse response;
    private int left;

    StubLargeAnswer(HttpServerResponse response, int megabytes) {
        this.response = response;
        this.left = megabytes;
    }

    void send() {
        while (left > 0 && !response.writeQueueFull()) {
            response.write(MEGABYTE.copy());
            left--;
        }
        if (left > 0) {
            response.drainHandler(drained -> send());
        } else {
            response.end();
        }
    }
}
