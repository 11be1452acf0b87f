package uk.jointdesk.traces;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets spans out by way of {@link DiscreetProcessor} only. Stands for the customizer of Quarkus that would hand them to
 * the exporter whole, and which is excluded in this library's configuration.
 */
@Singleton
@Unremovable
public class DiscreetTraces implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final List<SpanProcessor> processors;

    public DiscreetTraces(@All List<SpanProcessor> processors) {
        this.processors = processors;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((traces, configuration) -> {
            processors.stream()
                    .filter(processor -> !(processor instanceof RemoveableLateBoundSpanProcessor))
                    .forEach(processor -> traces.addSpanProcessor(new DiscreetProcessor(processor)));
            return traces;
        });
    }
}
