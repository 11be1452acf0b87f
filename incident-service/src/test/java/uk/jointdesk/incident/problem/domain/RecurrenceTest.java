package uk.jointdesk.incident.problem.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    @Test
    void an_incident_counts_in_the_month_in_which_it_was_logged_by_the_councils_own_time() {
        Recurrence recurrence = Recurrence.of(List.of(
                new Occurrence("LBL-1", "LBL", Instant.parse("2021-05-31T22:59:59Z")),
                new Occurrence("LBL-2", "LBL", Instant.parse("2021-05-31T23:00:00Z")),
                new Occurrence("LBB-1", "LBB", Instant.parse("2021-06-30T12:00:00Z"))));
        assertThat(recurrence.byMonth()).containsExactly(entry("2021-05", 1L), entry("2021-06", 2L));
        assertThat(recurrence.byPartner()).containsExactly(entry("LBB", 1L), entry("LBL", 2L));
    }

    @Test
    void the_parts_add_up_to_the_total_also_with_nobodys_tickets_and_those_without_a_time() {
        Recurrence recurrence = Recurrence.of(List.of(
                new Occurrence("STS-1", null, Instant.parse("2021-06-01T12:00:00Z")),
                new Occurrence("LBL-1", "LBL", null)));
        assertThat(recurrence.total()).isEqualTo(2);
        assertThat(recurrence.byMonth()).containsExactly(entry("2021-06", 1L), entry("UNKNOWN", 1L));
        assertThat(recurrence.byPartner()).containsExactly(entry("LBL", 1L), entry("UNATTRIBUTED", 1L));
    }
}
