package uk.jointdesk.wire;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.net.URI;
import java.util.List;

/**
 * Reads requests as Vert.x does, but refuses one whose body ends in one place or another, depending on who reads. RFC
 * 9112, 6.3 lets a server believe the chunks rather than the length; whoever stands before this gateway may have believed
 * the length, and then the rest of the body would be a request of its own, in somebody else's name.
 */
final class StrictRequests extends VertxHttpRequestDecoder {

    StrictRequests(WireLimits limits) {
        super(new HttpServerOptions().setMaxInitialLineLength(limits.line()).setMaxHeaderSize(limits.headers()));
    }

    /** What is no address to java.net.URI is answered by Quarkus before anybody can say why; here it is a malformed request. */
    @Override
    protected HttpMessage createMessage(String[] firstLine) {
        URI.create(firstLine[1]);
        return super.createMessage(firstLine);
    }

    /** Asked when all headers are there and before the body is looked for. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        List<String> encodings = message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!encodings.isEmpty() && !isOneChunked(encodings, message)) {
            throw new IllegalArgumentException("Transfer-Encoding " + encodings + " in " + message.protocolVersion());
        }
        return super.isContentAlwaysEmpty(message);
    }

    private static boolean isOneChunked(List<String> encodings, HttpMessage message) {
        return encodings.size() == 1
                && "chunked".equalsIgnoreCase(encodings.get(0))
                && HttpVersion.HTTP_1_1.equals(message.protocolVersion());
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
