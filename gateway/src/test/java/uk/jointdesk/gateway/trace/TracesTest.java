package uk.jointdesk.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

/** What a collector of traces is told of a request, and what it is not. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class TracesTest extends GatewayTest {

    private static final String TRACE_OF_THE_CALLER = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    RecentSpans spans;

    private final String id = UUID.randomUUID().toString();

    /** The one span that stands for this test's request. */
    private SpanData served() throws InterruptedException {
        List<SpanData> found = spans.ofRequest(id);
        assertThat(found).as("one span for one request").hasSize(1);
        return found.get(0);
    }

    @Test
    void a_request_is_one_span_that_bears_the_name_of_its_operation() throws Exception {
        as(Tokens.borough("LBL")).header("X-Request-Id", id).get("/api/v1/tickets/LBL-0000042");
        SpanData span = served();
        assertThat(span.getName()).isEqualTo("GET /api/v1/tickets/{reference}");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getAttributes().get(AttributeKey.stringKey("http.route")))
                .isEqualTo("/api/v1/tickets/{reference}");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
    }

    @Test
    void the_service_is_told_that_it_is_part_of_the_same_trace() throws Exception {
        String told = as(Tokens.borough("LBL"))
                .header("X-Request-Id", id)
                .get("/api/v1/tickets")
                .path("headers.traceparent");
        SpanData span = served();
        assertThat(told).matches("00-" + span.getTraceId() + "-[0-9a-f]{16}-01");
        String call = told.substring(36, 52);
        assertThat(spans.ofTrace(span.getTraceId()))
                .filteredOn(one -> one.getSpanId().equals(call))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getKind()).isEqualTo(SpanKind.CLIENT);
                    assertThat(one.getParentSpanId()).isEqualTo(span.getSpanId());
                });
    }

    @Test
    void a_trace_that_a_caller_names_decides_nothing_and_is_kept_as_a_link() throws Exception {
        as(Tokens.borough("LBL"))
                .header("X-Request-Id", id)
                .header("traceparent", "00-" + TRACE_OF_THE_CALLER + "-00f067aa0ba902b7-00")
                .header("tracestate", "vendor=somebody")
                .header("baggage", "who=somebody")
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .body("headers.traceparent", not(containsString(TRACE_OF_THE_CALLER)))
                .body("headers.tracestate", nullValue())
                .body("headers.baggage", nullValue());
        SpanData span = served();
        assertThat(span.getTraceId()).isNotEqualTo(TRACE_OF_THE_CALLER);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getSpanContext().getTraceId()).isEqualTo(TRACE_OF_THE_CALLER);
            assertThat(link.getSpanContext().getTraceState().isEmpty()).isTrue();
        });
    }

    @Test
    void words_that_are_no_trace_are_no_link() throws Exception {
        as(Tokens.borough("LBL"))
                .header("X-Request-Id", id)
                .header("traceparent", "somebody-was-here")
                .get("/api/v1/tickets");
        assertThat(served().getLinks()).isEmpty();
    }

    @Test
    void neither_what_was_asked_for_nor_by_whom_nor_from_where_is_in_any_span() throws Exception {
        String token = Tokens.of("jointdesk-web", "subject-of-a-person", List.of("borough-client"), List.of("LBL"));
        String link = "t".repeat(64);
        as(token).header("User-Agent", "browser-of-a-person").get("/api/v1/tickets?q=Ms%20Traced");
        as(token).get("/api/v1/tickets/LBL-7654321");
        as(token).get("/api/v1/feedback/" + link);
        as(token).get("/api/v1/made-up-for-traces");
        as(token)
                .header("X-Request-Id", id)
                .contentType("application/json")
                .body("{}")
                .patch("/api/v1/tickets/hangs-up");
        assertThat(served().getName()).isEqualTo("PATCH /api/v1/tickets/{reference}");
        String told = spans.all().stream().map(TracesTest::text).collect(Collectors.joining("\n"));
        assertThat(told)
                .contains("GET /api/v1/feedback/{token}")
                .doesNotContain(
                        "Traced",
                        "LBL-7654321",
                        link,
                        "made-up-for-traces",
                        "hangs-up",
                        "subject-of-a-person",
                        "browser-of-a-person",
                        "127.0.0.1",
                        token.substring(token.lastIndexOf('.') + 1));
    }

    /** Everything of a span that an exporter could send. */
    private static String text(SpanData span) {
        return span.getName() + span.getAttributes() + span.getEvents() + span.getLinks() + span.getStatus();
    }

    @Test
    void the_access_log_names_the_trace_under_which_a_request_is_found() throws Exception {
        as(Tokens.borough("LBL")).header("X-Request-Id", id).get("/api/v1/tickets");
        String named = "\"traceId\":\"" + served().getTraceId() + "\"";
        List<String> lines = List.of();
        for (int look = 0; look < 100 && lines.isEmpty(); look++) {
            Thread.sleep(50);
            lines = Files.readAllLines(Path.of("target", "access.log")).stream()
                    .filter(line -> line.contains(id))
                    .toList();
        }
        assertThat(lines).singleElement().asString().contains(named);
    }
}
