package uk.jointdesk.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorAddressTest {

    private static SmallRyeConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "environment", 300))
                .withSources(new CollectorAddress())
                .build();
    }

    @Test
    void nothing_is_traced_until_a_collector_is_named() {
        for (Map<String, String> unnamed :
                java.util.List.<Map<String, String>>of(Map.of(), Map.of("jointdesk.traces", " "))) {
            assertThat(with(unnamed).getValue("quarkus.otel.sdk.disabled", Boolean.class))
                    .isTrue();
        }
    }

    @Test
    void a_collector_that_is_named_is_told() {
        SmallRyeConfig traced = with(Map.of("jointdesk.traces", "http://collector:4317"));
        assertThat(traced.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isFalse();
        assertThat(traced.getValue("quarkus.otel.exporter.otlp.endpoint", String.class))
                .isEqualTo("http://collector:4317");
    }
}
