package uk.jointdesk.incident.bulkclosure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgeTest {

    private static final Instant NOW = Instant.parse("2021-06-07T09:00:00Z");

    @Test
    void a_band_includes_its_last_instant() {
        assertThat(Age.of(NOW, NOW)).isEqualTo(Age.UP_TO_7_DAYS);
        assertThat(Age.of(daysAgo(7), NOW)).isEqualTo(Age.UP_TO_7_DAYS);
        assertThat(Age.of(daysAgo(7).minusMillis(1), NOW)).isEqualTo(Age.UP_TO_30_DAYS);
        assertThat(Age.of(daysAgo(90), NOW)).isEqualTo(Age.UP_TO_90_DAYS);
        assertThat(Age.of(daysAgo(365), NOW)).isEqualTo(Age.UP_TO_365_DAYS);
        assertThat(Age.of(daysAgo(4_000), NOW)).isEqualTo(Age.OVER_365_DAYS);
    }

    @Test
    void what_a_desk_dates_ahead_of_us_is_young() {
        assertThat(Age.of(NOW.plusSeconds(60), NOW)).isEqualTo(Age.UP_TO_7_DAYS);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
