package uk.jointdesk.traces;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Requests are traced when there is somebody to tell of them: when {@code JOINTDESK_TRACES} names a collector. */
public final class CollectorAddress implements ConfigSourceFactory {

    private static final String SETTING = "jointdesk.traces";
    /** Below an application's own properties, above what all of them share. */
    private static final int ORDINAL = 240;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue named = context.getValue(SETTING);
        String address = named == null || named.getValue() == null
                ? ""
                : named.getValue().trim();
        return List.of(new PropertiesConfigSource(settings(address), "traces", ORDINAL));
    }

    private static Map<String, String> settings(String address) {
        return address.isEmpty()
                ? Map.of("quarkus.otel.sdk.disabled", "true")
                : Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.endpoint", address);
    }
}
