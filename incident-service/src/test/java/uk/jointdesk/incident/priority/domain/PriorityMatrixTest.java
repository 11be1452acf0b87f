package uk.jointdesk.incident.priority.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.incident.priority.domain.Effect.DEGRADED;
import static uk.jointdesk.incident.priority.domain.Effect.LOST;
import static uk.jointdesk.incident.priority.domain.Effect.PARTIAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Definition of Severity and Service Level Agreement", board pack of February 2019. */
class PriorityMatrixTest {

    /**
     * The whole table, written down a second time. Columns: other service and critical service; in each LOST, DEGRADED,
     * PARTIAL without a workaround, then the same three with one.
     */
    private static final String TABLE = """
            WHOLE_COUNCIL P1 P1 P2 P1 P1 P3  P1 P1 P2 P1 P1 P3
            DEPARTMENT    P1 P1 P2 P1 P1 P3  P1 P1 P2 P1 P1 P3
            SITE          P1 P1 P2 P1 P1 P3  P1 P1 P2 P1 P1 P3
            MANY_USERS    P1 P1 P2 P1 P1 P3  P1 P1 P2 P1 P1 P3
            SMALL_SITE    P2 P2 P3 P3 P3 P3  P1 P1 P2 P1 P1 P3
            FEW_USERS     P2 P2 P3 P3 P3 P3  P1 P1 P2 P1 P1 P3
            SINGLE_USER   P3 P3 P3 P3 P3 P3  P2 P2 P3 P3 P3 P3
            """;

    @Test
    void every_scope_criticality_effect_and_workaround_has_the_priority_of_the_table() {
        List<String> rows = TABLE.lines().toList();
        assertThat(rows).hasSize(Scope.values().length);
        for (String row : rows) {
            String[] cells = row.split(" +");
            List<String> found = new ArrayList<>();
            for (boolean critical : new boolean[] {false, true}) {
                for (boolean workaround : new boolean[] {false, true}) {
                    for (Effect effect : List.of(LOST, DEGRADED, PARTIAL)) {
                        found.add(priority(Scope.valueOf(cells[0]), critical, effect, workaround));
                    }
                }
            }
            assertThat(found).as(cells[0]).isEqualTo(Arrays.asList(cells).subList(1, cells.length));
        }
    }

    @Test
    void the_examples_of_the_board_pack_come_out_as_they_are_printed() {
        assertThat(priority(Scope.WHOLE_COUNCIL, false, LOST, false))
                .as("email or internet access unavailable")
                .isEqualTo("P1");
        assertThat(priority(Scope.SITE, false, LOST, false))
                .as("network unavailable to a larger site")
                .isEqualTo("P1");
        assertThat(priority(Scope.FEW_USERS, true, DEGRADED, false))
                .as("unable to run payroll")
                .isEqualTo("P1");
        assertThat(priority(Scope.FEW_USERS, false, LOST, false))
                .as("non-critical application unavailable")
                .isEqualTo("P2");
        assertThat(priority(Scope.SMALL_SITE, false, DEGRADED, false))
                .as("network problem of a smaller site")
                .isEqualTo("P2");
        assertThat(priority(Scope.FEW_USERS, false, LOST, true))
                .as("printer broken, another one there")
                .isEqualTo("P3");
        assertThat(priority(Scope.FEW_USERS, false, PARTIAL, false))
                .as("impaired but still usable")
                .isEqualTo("P3");
        assertThat(priority(Scope.SINGLE_USER, false, LOST, false))
                .as("a single user")
                .isEqualTo("P3");
    }

    private static String priority(Scope scope, boolean critical, Effect effect, boolean workaround) {
        return PriorityMatrix.line(new Situation(scope, critical, effect, workaround))
                .priority();
    }
}
