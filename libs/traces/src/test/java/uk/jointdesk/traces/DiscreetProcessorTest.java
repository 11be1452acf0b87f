package uk.jointdesk.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscreetProcessorTest {

    private final InMemorySpanExporter collector = InMemorySpanExporter.create();
    private final SdkTracerProvider traces = SdkTracerProvider.builder()
            .addSpanProcessor(new DiscreetProcessor(SimpleSpanProcessor.create(collector)))
            .build();
    private final Tracer tracer = traces.get("test");

    @AfterEach
    void close() {
        traces.close();
    }

    private SpanData told() {
        assertThat(collector.getFinishedSpanItems()).hasSize(1);
        return collector.getFinishedSpanItems().get(0);
    }

    @Test
    void how_an_operation_went_is_told_and_for_whom_it_was_is_not() {
        tracer.spanBuilder("GET /api/v1/tickets/{reference}")
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.route", "/api/v1/tickets/{reference}")
                .setAttribute("http.response.status_code", 200L)
                .setAttribute("url.path", "/api/v1/tickets/LBL-0000042")
                .setAttribute("url.query", "q=Ms%20Somebody")
                .setAttribute("url.full", "http://incident/api/v1/tickets/LBL-0000042")
                .setAttribute("client.address", "192.0.2.7")
                .setAttribute("user_agent.original", "Somebody's browser")
                .setAttribute("db.query.text", "select 1 from ticket where requester = 'Somebody'")
                .setAttribute("something.new", "Somebody")
                .startSpan()
                .end();
        assertThat(told().getAttributes().asMap().toString())
                .contains("/api/v1/tickets/{reference}", "200")
                .doesNotContain("LBL-0000042", "Somebody", "192.0.2.7");
        assertThat(told().getTotalAttributeCount()).isEqualTo(2);
    }

    @Test
    void a_fault_is_told_by_its_kind_and_not_by_its_message() {
        Span span = tracer.spanBuilder("POST").setSpanKind(SpanKind.SERVER).startSpan();
        span.recordException(new IllegalStateException("Key (requester)=(Somebody) already exists"));
        span.setStatus(StatusCode.ERROR, "Somebody");
        span.end();
        assertThat(told().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(told().getEvents()).singleElement().satisfies(event -> assertThat(
                        event.getAttributes().asMap().toString())
                .contains("IllegalStateException")
                .doesNotContain("Somebody", "at uk.jointdesk"));
        assertThat(told().getStatus().getDescription()).isEmpty();
    }

    @Test
    void a_statement_that_belongs_to_no_request_and_no_job_is_not_told() {
        tracer.spanBuilder("SELECT quota_window")
                .setSpanKind(SpanKind.CLIENT)
                .startSpan()
                .end();
        assertThat(collector.getFinishedSpanItems()).isEmpty();
        Span job = tracer.spanBuilder("pull the feed").startSpan();
        tracer.spanBuilder("SELECT progress")
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Context.root().with(job))
                .startSpan()
                .end();
        job.end();
        assertThat(collector.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("SELECT progress", "pull the feed");
    }
}
