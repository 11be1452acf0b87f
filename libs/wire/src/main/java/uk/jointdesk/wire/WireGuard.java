package uk.jointdesk.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.VertxHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Makes every connection strict before its first request is read. Quarkus has no setting for what is answered to a
 * request that is none; Netty lets an extension see each connection that a server accepts
 * ({@code io.netty.bootstrap.extensions=serviceload}). Netty looks for it beside its own classes, which is why it is a
 * library.
 */
public final class WireGuard extends ChannelInitializerExtension {

    private static final String DECODER = "httpDecoder";
    private static final String HANDLER = "handler";

    private static volatile Rules rules;

    /** What holds for connections; null until the gateway has started. */
    private record Rules(WireLimits limits, Handler<HttpServerRequest> malformed) {}

    /** From now on connections are held to these limits; the handler answers what is no request. */
    public static void keep(WireLimits limits, Handler<HttpServerRequest> malformed) {
        rules = new Rules(limits, malformed);
    }

    /** No more rules, for whoever starts again in the same process. */
    public static void release() {
        rules = null;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Rules kept = rules;
        if (kept != null) {
            channel.pipeline().addFirst(new BeforeTheFirstRequest(kept, false));
        }
    }

    /**
     * By the time the first bytes arrive Vert.x has built its pipeline; behind TLS, when the first are decrypted. A
     * connection on which none arrive ends: there is nobody to answer yet.
     */
    private static final class BeforeTheFirstRequest extends ChannelInboundHandlerAdapter {

        private final Rules rules;
        private final boolean behindTls;
        private Future<?> silence;

        BeforeTheFirstRequest(Rules rules, boolean behindTls) {
            this.rules = rules;
            this.behindTls = behindTls;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            long patience = rules.limits().head().toMillis();
            silence = context.executor().schedule(() -> context.close(), patience, TimeUnit.MILLISECONDS);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            silence.cancel(false);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            silence.cancel(false);
            ChannelPipeline pipeline = context.pipeline();
            boolean settled = behindTls || settle(pipeline);
            if (behindTls) {
                makeStrict(pipeline);
            }
            context.fireChannelRead(message);
            if (settled) {
                pipeline.remove(this);
            }
        }

        /** Whether it is known what the connection speaks; TLS may want the first bytes to choose its certificate. */
        private boolean settle(ChannelPipeline pipeline) {
            SslHandler tls = pipeline.get(SslHandler.class);
            if (tls != null) {
                pipeline.addAfter(pipeline.context(tls).name(), null, new BeforeTheFirstRequest(rules, true));
                return true;
            }
            makeStrict(pipeline);
            return pipeline.get(DECODER) != null;
        }

        private void makeStrict(ChannelPipeline pipeline) {
            if (pipeline.get(DECODER) == null) {
                return;
            }
            pipeline.replace(DECODER, DECODER, new StrictRequests(rules.limits()));
            pipeline.addBefore(HANDLER, null, new Unfinished(rules.limits().linger()));
            if (pipeline.get(HANDLER) instanceof VertxHandler<?> handler
                    && handler.getConnection() instanceof Http1xServerConnection connection) {
                connection.invalidRequestHandler(rules.malformed());
            }
        }
    }
}
