package uk.jointdesk.incident.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void waits_grow_with_every_failure_until_there_are_no_more_tries() {
        Duration before = Duration.ZERO;
        for (int tries = 1; tries < RetrySchedule.tries(); tries++) {
            Duration wait = RetrySchedule.waitAfter(tries, null, 0).orElseThrow();
            assertThat(wait).isGreaterThan(before);
            before = wait;
        }
        assertThat(before).isEqualTo(Duration.ofHours(24));
        assertThat(RetrySchedule.waitAfter(RetrySchedule.tries(), null, 0)).isEmpty();
    }

    @Test
    void jitter_adds_up_to_a_fifth_and_never_takes_away() {
        assertThat(RetrySchedule.waitAfter(2, null, 0)).contains(Duration.ofSeconds(300));
        assertThat(RetrySchedule.waitAfter(2, null, 500)).contains(Duration.ofSeconds(330));
        assertThat(RetrySchedule.waitAfter(2, null, 999).orElseThrow())
                .isBetween(Duration.ofSeconds(359), Duration.ofSeconds(360));
    }

    @Test
    void a_receiver_that_asks_for_more_time_gets_it_and_one_that_asks_for_less_does_not() {
        assertThat(RetrySchedule.waitAfter(1, Duration.ofMinutes(3), 0)).contains(Duration.ofMinutes(3));
        assertThat(RetrySchedule.waitAfter(2, Duration.ofSeconds(1), 0)).contains(Duration.ofMinutes(5));
        assertThat(RetrySchedule.waitAfter(1, Duration.ofDays(300), 0)).contains(Duration.ofHours(24));
    }
}
