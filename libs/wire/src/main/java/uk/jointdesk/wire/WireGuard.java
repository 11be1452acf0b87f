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
        if (rules != null) {
            channel.pipeline().addFirst(new BeforeTheFirstRequest());
        }
    }

    /** By the time the first bytes arrive Vert.x has built its pipeline; behind TLS, when the first are decrypted. */
    private static final class BeforeTheFirstRequest extends ChannelInboundHandlerAdapter {

        private boolean behindTls;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ChannelPipeline pipeline = context.pipeline();
            boolean settled = behindTls || settle(pipeline);
            if (behindTls) {
                makeStrict(pipeline, rules);
            }
            context.fireChannelRead(message);
            if (settled) {
                pipeline.remove(this);
            }
        }

        /** Whether it is known what the connection speaks; TLS may want the first bytes to choose its certificate. */
        private static boolean settle(ChannelPipeline pipeline) {
            SslHandler tls = pipeline.get(SslHandler.class);
            if (tls != null) {
                BeforeTheFirstRequest behind = new BeforeTheFirstRequest();
                behind.behindTls = true;
                pipeline.addAfter(pipeline.context(tls).name(), null, behind);
                return true;
            }
            makeStrict(pipeline, rules);
            return pipeline.get(DECODER) != null;
        }

        private static void makeStrict(ChannelPipeline pipeline, Rules rules) {
            if (rules == null || pipeline.get(DECODER) == null) {
                return;
            }
            pipeline.replace(DECODER, DECODER, new StrictRequests(rules.limits()));
            if (pipeline.get(HANDLER) instanceof VertxHandler<?> handler
                    && handler.getConnection() instanceof Http1xServerConnection connection) {
                connection.invalidRequestHandler(rules.malformed());
            }
        }
    }
}
