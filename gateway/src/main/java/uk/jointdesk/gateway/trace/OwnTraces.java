package uk.jointdesk.gateway.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Traces begin at the door. The services are told of the trace they are part of; what a caller says of a trace of its
 * own is not continued, for it would decide which requests are kept and whose trace they are found in.
 */
@Singleton
@Unremovable
public class OwnTraces implements TextMapPropagatorCustomizer {

    @Override
    public TextMapPropagator customize(Context context) {
        return new Outwards(context.propagator());
    }

    private record Outwards(TextMapPropagator whole) implements TextMapPropagator {

        @Override
        public Collection<String> fields() {
            return whole.fields();
        }

        @Override
        public <C> void inject(io.opentelemetry.context.Context context, C request, TextMapSetter<C> headers) {
            whole.inject(context, request, headers);
        }

        @Override
        public <C> io.opentelemetry.context.Context extract(
                io.opentelemetry.context.Context context, C request, TextMapGetter<C> headers) {
            return context;
        }
    }
}
