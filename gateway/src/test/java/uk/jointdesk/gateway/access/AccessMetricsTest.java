package uk.jointdesk.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AccessMetrics metrics = new AccessMetrics(meters);

    private void count(String scope) {
        metrics.count(new Access(NOW, "id", null, "client", scope, null, "GET unknown", 200, null, 1, 0, 0));
    }

    private Set<String> partners() {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("partner"))
                .collect(Collectors.toSet());
    }

    @Test
    void requests_are_counted_by_partner_and_those_of_several_of_all_and_of_nobody_apart() {
        count("LBL");
        count("LBL,LBS");
        count("*");
        count(null);
        count("");
        assertThat(partners()).containsExactlyInAnyOrder("LBL", "SEVERAL", "ALL", "NOBODY");
    }

    @Test
    void however_many_partners_tokens_name_the_number_of_series_is_bounded() {
        for (int partner = 0; partner < 1_000; partner++) {
            count("P" + partner);
        }
        assertThat(partners()).hasSize(101).contains("P0", "OTHER");
    }
}
