package uk.jointdesk.system.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Eventually;
import uk.jointdesk.system.suite.OnSuite;

/** One request is one trace from the door to the service, and a collector learns nothing of it but where time went. */
@OnSuite
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TRACE = Pattern.compile("\"traceId\":\"([0-9a-f]{32})\"");

    @Test
    void a_request_is_found_at_the_collector_by_its_request_id_with_what_both_processes_did(Suite suite)
            throws Exception {
        String id = UUID.randomUUID().toString();
        String token = suite.token("lbl-client");
        try (Collector collector = new Collector();
                TracedPair traced = new TracedPair(suite, collector.address())) {
            Map<String, String> headers = Map.of(
                    "Authorization",
                    "Bearer " + token,
                    "X-Request-Id",
                    id,
                    "User-Agent",
                    "browser-of-a-person",
                    "traceparent",
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
            assertThat(traced.get("/api/v1/tickets?q=traced-somebody", headers)).isEqualTo(200);
            String trace = traceOf(traced, id);
            awaitWord(collector, "gateway", trace, id);
            awaitWord(collector, "incident-service", trace, "/api/v1/tickets");
            awaitWord(collector, "incident-service", trace, "postgresql");
            assertThat(collector.all())
                    .noneMatch(message -> message.contains("traced-somebody"))
                    .noneMatch(message -> message.contains("browser-of-a-person"))
                    .noneMatch(message -> message.contains(token));
        }
    }

    private static String traceOf(TracedPair traced, String requestId) {
        String line = Eventually.becomes(() -> traced.logged(requestId), Optional::isPresent, PATIENCE)
                .orElseThrow();
        Matcher found = TRACE.matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group(1);
    }

    /** Spans are sent in batches, every few seconds: fails if the part says this of the trace in none of them. */
    private static void awaitWord(Collector collector, String part, String trace, String word) {
        Eventually.becomes(
                () -> collector.of(part, trace),
                messages -> messages.stream().anyMatch(message -> message.contains(word)),
                PATIENCE);
    }
}
