package uk.jointdesk.gateway.route;

import io.vertx.core.buffer.Buffer;

/** What a service answered, in full. */
public record ServiceAnswer(int status, Buffer body) {

    public boolean ok() {
        return status == 200;
    }
}
