package uk.jointdesk.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuiteClockTest {

    @Test
    void the_clock_tells_no_instant_that_the_database_cannot_keep() {
        Clock clock = new SuiteClock().clock();
        assertThat(Stream.generate(clock::instant).limit(1_000)).allMatch(instant -> instant.getNano() % 1_000 == 0);
    }
}
