package uk.jointdesk.incident.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenTicketsTest {

    @Test
    void a_total_is_the_sum_of_its_lines_reason_by_reason() {
        OpenTickets one = new OpenTickets(3, 1, Map.of("AWAITING_USER", 1L), 1, 0);
        OpenTickets other = new OpenTickets(5, 0, Map.of("AWAITING_USER", 2L, "OTHER", 1L), 0, 4);
        assertThat(one.plus(other).plus(OpenTickets.NONE))
                .isEqualTo(new OpenTickets(8, 1, Map.of("AWAITING_USER", 3L, "OTHER", 1L), 1, 4));
    }
}
