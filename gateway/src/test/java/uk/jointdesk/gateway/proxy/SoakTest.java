package uk.jointdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

/**
 * Many requests over several connections, with bodies, some callers leaving early: every answer is the right one. The
 * long run is {@code -Dsoak.requests=20000}.
 */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class SoakTest {

    private static final int REQUESTS = Integer.getInteger("soak.requests", 3_000);
    private static final int CONNECTIONS = 32;
    /** Generous: a busy machine is no fault of the proxy. */
    private static final int MINUTES = 5 + REQUESTS / 1_000;

    private static final int EVERY_HUNDREDTH = 100;

    @TestHTTPResource("/")
    URI gateway;

    private final String token = Tokens.desk();
    private final Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(REQUESTS);

    @Test
    void no_answer_is_lost_or_mixed_up() throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(gateway.getHost())
                .setDefaultPort(gateway.getPort())
                .setMaxPoolSize(CONNECTIONS));
        for (int i = 0; i < CONNECTIONS; i++) {
            next(client);
        }
        boolean inTime = ended.await(MINUTES, TimeUnit.MINUTES);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        assertThat(inTime).as("all ended; so far %s", outcomes).isTrue();
        int left = REQUESTS / EVERY_HUNDREDTH;
        assertThat(outcomes).isEqualTo(Map.of("right", REQUESTS - left, "left", left));
    }

    private void next(HttpClient client) {
        int number = started.incrementAndGet();
        if (number > REQUESTS) {
            return;
        }
        if (number % EVERY_HUNDREDTH == 0) {
            leaveEarly(client, number);
        } else {
            ask(client, number);
        }
    }

    private void ask(HttpClient client, int number) {
        String body = "{\"number\":" + number + ",\"text\":\"" + "x".repeat(length(number)) + "\"}";
        HttpMethod method = number % 3 == 0 ? HttpMethod.GET : HttpMethod.PATCH;
        client.request(method, "/api/v1/tickets/T-" + number)
                .compose(request -> {
                    request.putHeader("Authorization", "Bearer " + token);
                    return HttpMethod.GET.equals(method) ? request.send() : request.send(body);
                })
                .compose(answer -> answer.body()
                        .map(read -> answer.statusCode() == 200
                                && read.toJsonObject().getString("uri").equals("/api/v1/tickets/T-" + number)
                                && (HttpMethod.GET.equals(method)
                                        || read.toJsonObject().getString("body").equals(body))))
                .onSuccess(right -> count(client, right ? "right" : "wrong"))
                .onFailure(failure -> count(client, failure.toString()));
    }

    /** Most bodies are small; every fiftieth spans many buffers. */
    private static int length(int number) {
        return number % 50 == 0 ? 200_000 : number % 2_000;
    }

    /** A caller that closes its connection in the middle of its request must disturb nobody else. */
    private void leaveEarly(HttpClient client, int number) {
        client.request(HttpMethod.PATCH, "/api/v1/tickets/T-" + number)
                .onSuccess(request -> {
                    request.putHeader("Authorization", "Bearer " + token).setChunked(true);
                    request.response().onComplete(any -> {});
                    request.write("x".repeat(50_000)).onComplete(written -> {
                        request.reset();
                        count(client, "left");
                    });
                })
                .onFailure(failure -> count(client, failure.toString()));
    }

    private void count(HttpClient client, String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        ended.countDown();
        next(client);
    }
}
