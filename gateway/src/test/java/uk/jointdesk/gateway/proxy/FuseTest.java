package uk.jointdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.impl.NoStackTraceTimeoutException;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.gateway.route.Service;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class FuseTest extends GatewayTest {

    private static final int FAILURES = 3;

    private final AtomicInteger asked = new AtomicInteger();
    private final Fuse fuse = new Fuse(Service.KPI, new FuseSettings() {
        @Override
        public int failures() {
            return FAILURES;
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(500);
        }
    });

    /** What becomes of one request when the service behind answers so: null if it passes. */
    private Throwable ask(Supplier<Future<ProxyResponse>> service) {
        ProxyContext context = (ProxyContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ProxyContext.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    return service.get();
                });
        try {
            fuse.handleProxyRequest(context)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
            return null;
        } catch (CompletionException failed) {
            return failed.getCause();
        }
    }

    private Throwable askUnreachable() {
        return ask(() -> Future.failedFuture(new ConnectException("refused")));
    }

    @Test
    void a_service_that_cannot_be_reached_again_and_again_is_left_alone_and_asked_again_after_a_rest()
            throws Exception {
        for (int failure = 0; failure < FAILURES; failure++) {
            assertThat(askUnreachable()).isInstanceOf(ConnectException.class);
        }
        assertThat(ask(Future::succeededFuture)).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(asked).as("it is not asked any more").hasValue(FAILURES);
        Thread.sleep(700);
        assertThat(ask(Future::succeededFuture)).as("one tries").isNull();
        assertThat(ask(Future::succeededFuture)).as("and all may").isNull();
    }

    @Test
    void neither_slow_answers_nor_what_goes_wrong_in_a_request_cut_a_service_off() {
        for (int failure = 0; failure < FAILURES * 3; failure++) {
            assertThat(ask(() -> Future.failedFuture(new NoStackTraceTimeoutException("silent"))))
                    .isNotNull();
            assertThat(ask(() -> Future.failedFuture(new IllegalStateException("body too long"))))
                    .isNotNull();
        }
        assertThat(ask(Future::succeededFuture)).isNull();
    }

    @Test
    void a_connection_that_ends_without_an_answer_counts() {
        for (int failure = 0; failure < FAILURES; failure++) {
            ask(() -> Future.failedFuture(new HttpClosedException("closed")));
        }
        assertThat(ask(Future::succeededFuture)).isInstanceOf(CircuitBreakerOpenException.class);
    }
}
