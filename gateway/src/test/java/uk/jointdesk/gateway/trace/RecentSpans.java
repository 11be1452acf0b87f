package uk.jointdesk.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Stands where the way to a collector begins, and remembers what went past of late. */
@Singleton
@Unremovable
public class RecentSpans implements SpanProcessor {

    private static final int REMEMBERED = 2_000;
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("jointdesk.request.id");

    private final Deque<SpanData> spans = new ArrayDeque<>();

    /** The spans that stand for this request; waits a moment, for a span ends after its answer. */
    List<SpanData> ofRequest(String id) throws InterruptedException {
        return await(span -> id.equals(span.getAttributes().get(REQUEST)));
    }

    /** What is known of a trace. */
    List<SpanData> ofTrace(String id) throws InterruptedException {
        return await(span -> span.getTraceId().equals(id));
    }

    private List<SpanData> await(Predicate<SpanData> wanted) throws InterruptedException {
        List<SpanData> found = List.of();
        for (int look = 0; look < 100 && found.isEmpty(); look++) {
            Thread.sleep(50);
            found = all().stream().filter(wanted).toList();
        }
        return found;
    }

    synchronized List<SpanData> all() {
        return List.copyOf(spans);
    }

    @Override
    public synchronized void onEnd(ReadableSpan span) {
        if (spans.size() == REMEMBERED) {
            spans.removeFirst();
        }
        spans.addLast(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // What has begun is not told to anybody yet.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }
}
