package uk.jointdesk.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose request was answered, most likely refused, and whose body still goes on a while later. Vert.x
 * would read the rest for as long as it comes. The caller has a moment to read its answer: a connection that ends while
 * bytes are under way takes the answer with it.
 */
final class Unfinished extends ChannelDuplexHandler {

    private final Duration linger;
    private long begun;
    private long answered;
    private boolean inBody;
    private Future<?> end;

    Unfinished(Duration linger) {
        this.linger = linger;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (part instanceof HttpRequest) {
            begun++;
            inBody = true;
        }
        if (part instanceof LastHttpContent) {
            inBody = false;
            forgetEnd();
        }
        context.fireChannelRead(part);
    }

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise written) {
        if (part instanceof LastHttpContent && !isInterim(part)) {
            answered++;
            // An answer to an earlier request says nothing of the one whose body is coming.
            if (inBody && answered == begun) {
                end = context.executor().schedule(() -> context.close(), linger.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        context.write(part, written);
    }

    /** As 100 Continue, which is whole in itself and yet no answer. */
    private static boolean isInterim(Object part) {
        return part instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forgetEnd();
    }

    private void forgetEnd() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
