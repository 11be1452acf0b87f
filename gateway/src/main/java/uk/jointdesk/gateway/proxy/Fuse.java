package uk.jointdesk.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.util.TypeLiteral;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import uk.jointdesk.gateway.route.Service;

/**
 * Leaves a service alone for a moment when it cannot be reached again and again, so that callers hear at once and the
 * service can come back. Only connections that fail count: a caller that sends slowly, or a question that takes long,
 * must not cut off a service for everybody else.
 */
final class Fuse implements ProxyInterceptor {

    private static final TypeLiteral<CompletionStage<ProxyResponse>> ANSWER = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };

    private static final double EACH_OF_THEM = 1;

    private final TypedGuard<CompletionStage<ProxyResponse>> guard;

    Fuse(Service service, FuseSettings settings) {
        this.guard = TypedGuard.create(ANSWER)
                .withDescription(service.title())
                .withCircuitBreaker()
                .requestVolumeThreshold(settings.failures())
                .failureRatio(EACH_OF_THEM)
                .delay(settings.rest().toMillis(), ChronoUnit.MILLIS)
                .when(Fuse::isUnreachable)
                .done()
                .build();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return Future.fromCompletionStage(guard.get(() -> context.sendRequest().toCompletionStage()))
                .recover(failure -> Future.failedFuture(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure));
    }

    /** Whether nothing was heard of the service, as opposed to a request that went wrong. */
    static boolean isUnreachable(Throwable failure) {
        return failure instanceof SocketException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof HttpClosedException;
    }
}
