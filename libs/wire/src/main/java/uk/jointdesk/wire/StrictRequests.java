package uk.jointdesk.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads requests as Vert.x does, but refuses one whose body ends in one place or another, depending on who reads. RFC
 * 9112, 6.3 lets a server believe the chunks rather than the length; whoever stands before this gateway may have believed
 * the length, and then the rest of the body would be a request of its own, in somebody else's name.
 *
 * <p>A head that has begun must end in time: Vert.x minds only connections on which nothing moves, and a byte now and
 * then would keep one for ever.
 */
final class StrictRequests extends VertxHttpRequestDecoder {

    private final Duration patience;
    private Future<?> deadline;
    private boolean inBody;
    private boolean givenUp;

    StrictRequests(WireLimits limits) {
        super(new HttpServerOptions().setMaxInitialLineLength(limits.line()).setMaxHeaderSize(limits.headers()));
        this.patience = limits.head();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> read) throws Exception {
        if (givenUp) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        super.decode(context, bytes, read);
        read.forEach(this::follow);
        if (read.isEmpty() && !inBody && deadline == null) {
            awaitHead(context);
        }
    }

    /** Most heads arrive at once, and then there is no deadline to set. */
    private void follow(Object part) {
        if (part instanceof HttpMessage) {
            forgetDeadline();
            inBody = true;
        }
        if (part instanceof LastHttpContent) {
            inBody = false;
        }
    }

    private void awaitHead(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> giveUp(context), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveUp(ChannelHandlerContext context) {
        deadline = null;
        if (!context.channel().config().isAutoRead()) {
            // The rest may be there already: it is we who do not read while an earlier answer is under way.
            awaitHead(context);
            return;
        }
        givenUp = true;
        HttpMessage request = createInvalidMessage();
        request.setDecoderResult(DecoderResult.failure(new HeadLate()));
        context.fireChannelRead(request);
        context.fireChannelReadComplete();
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
        forgetDeadline();
        super.handlerRemoved0(context);
    }

    private void forgetDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
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
