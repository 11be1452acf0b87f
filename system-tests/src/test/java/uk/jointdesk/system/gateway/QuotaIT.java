package uk.jointdesk.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.OnSuite;

/** The quota of one client holds for three gateways together. */
@OnSuite
class QuotaIT {

    private static final int LIMIT = 100;
    private static final int CALLS = 500;
    private static final int WINDOW_SECONDS = 60;
    /** Nobody else reads as this client. */
    private static final String CLIENT = "servicenow-demo";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void of_500_simultaneous_calls_on_three_gateways_exactly_100_pass(Suite suite) throws Exception {
        String token = suite.token(CLIENT);
        Map<String, String> told = Map.of("JOINTDESK_READS_A_MINUTE", Integer.toString(LIMIT));
        try (MoreGateways gateways = new MoreGateways(suite, "quota", 3, told)) {
            awaitEarlyInAWindow();
            List<Integer> statuses = callAll(gateways.addresses(), token);
            assertThat(Collections.frequency(statuses, 429)).isEqualTo(CALLS - LIMIT);
            assertThat(statuses).allSatisfy(status -> assertThat(status).isIn(200, 429));
        }
    }

    private List<Integer> callAll(List<URI> gateways, String token) {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, CALLS)
                .mapToObj(call -> HttpRequest.newBuilder(
                                gateways.get(call % gateways.size()).resolve("/api/v1/partners"))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .map(request -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** The calls must not see two windows. */
    private static void awaitEarlyInAWindow() throws InterruptedException {
        while (Instant.now().getEpochSecond() % WINDOW_SECONDS > WINDOW_SECONDS - 30) {
            Thread.sleep(500);
        }
    }
}
