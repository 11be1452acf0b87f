package uk.jointdesk.incident.majorincident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.majorincident.domain.Cadence.Due;
import uk.jointdesk.incident.majorincident.domain.Cadence.Promise;

/** A Friday at 17:30 in London: the service closes at six, the people without a network wait on. */
class CadenceTest {

    private static final Instant DECLARED = Instant.parse("2021-06-11T16:30:00Z");
    private static final List<Promise> HOURLY = List.of(new Promise(Audience.COUNCILS, 60));

    @Test
    void the_first_update_is_due_an_interval_after_the_declaration_also_after_closing_time() {
        Due due = due(HOURLY, Map.of(), "2021-06-11T17:00:00Z");
        assertThat(due.at()).isEqualTo("2021-06-11T17:30:00Z");
        assertThat(due.overdue()).isFalse();
    }

    @Test
    void each_update_starts_the_interval_again() {
        Instant told = Instant.parse("2021-06-12T02:10:00Z");
        Due due = due(HOURLY, Map.of(Audience.COUNCILS, told), "2021-06-12T02:20:00Z");
        assertThat(due.at()).isEqualTo("2021-06-12T03:10:00Z");
        assertThat(due.lastTold()).isEqualTo(told);
    }

    @Test
    void an_update_is_overdue_from_the_first_instant_after_it_was_due() {
        assertThat(due(HOURLY, Map.of(), "2021-06-11T17:30:00Z").overdue()).isFalse();
        assertThat(due(HOURLY, Map.of(), "2021-06-11T17:30:00.001Z").overdue()).isTrue();
    }

    @Test
    void every_audience_has_its_own_interval_and_news_for_one_is_none_for_the_other() {
        List<Promise> promises = List.of(new Promise(Audience.COUNCILS, 30), new Promise(Audience.LEADERSHIP, 120));
        Instant told = Instant.parse("2021-06-11T17:00:00Z");
        List<Due> due = Cadence.due(promises, DECLARED, Map.of(Audience.COUNCILS, told), told);
        assertThat(due)
                .extracting(Due::at)
                .containsExactly(Instant.parse("2021-06-11T17:30:00Z"), Instant.parse("2021-06-11T18:30:00Z"));
    }

    private static Due due(List<Promise> promises, Map<Audience, Instant> lastTold, String now) {
        return Cadence.due(promises, DECLARED, lastTold, Instant.parse(now)).get(0);
    }
}
