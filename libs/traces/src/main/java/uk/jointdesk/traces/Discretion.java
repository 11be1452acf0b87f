package uk.jointdesk.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * What of a span leaves the suite. Instrumentation notes addresses with the references in them, queries with the names
 * that were searched for, network addresses of callers, statements and messages of faults: none of it is needed to see
 * where time went, so only what is listed here is told. What a later version comes to note is not told until it is
 * listed.
 */
final class Discretion extends DelegatingSpanData {

    private static final Set<String> TOLD = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "http.request.body.size",
            "http.response.body.size",
            "url.scheme",
            "network.protocol.version",
            "error.type",
            "exception.type",
            "db.system",
            "db.system.name",
            "db.operation",
            "db.operation.name",
            "db.sql.table",
            "db.collection.name",
            "code.function",
            "code.function.name",
            "code.namespace",
            "jointdesk.request.id");

    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;

    private Discretion(SpanData whole) {
        super(whole);
        this.attributes = told(whole.getAttributes());
        this.events =
                whole.getEvents().stream().map(Discretion::withoutMessages).toList();
        this.links = whole.getLinks().stream()
                .map(link -> LinkData.create(link.getSpanContext()))
                .toList();
    }

    static SpanData of(SpanData whole) {
        return new Discretion(whole);
    }

    /** A statement or a call that belongs to no request and no job says nothing to anybody. */
    static boolean isOfNobody(SpanKind kind, boolean hasParent) {
        return kind == SpanKind.CLIENT && !hasParent;
    }

    private static Attributes told(Attributes all) {
        return all.toBuilder()
                .removeIf((AttributeKey<?> key) -> !TOLD.contains(key.getKey()))
                .build();
    }

    private static EventData withoutMessages(EventData event) {
        return EventData.create(event.getEpochNanos(), event.getName(), told(event.getAttributes()));
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return links;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
