package uk.jointdesk.incident.problem.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.incident.problem.domain.ProblemStatus.CLOSED;
import static uk.jointdesk.incident.problem.domain.ProblemStatus.INVESTIGATING;
import static uk.jointdesk.incident.problem.domain.ProblemStatus.OPEN;
import static uk.jointdesk.incident.problem.domain.ProblemStatus.RESOLVED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemStatusTest {

    /** The whole table, written down a second time. */
    private static final Map<ProblemStatus, Set<ProblemStatus>> ALLOWED = Map.of(
            OPEN, Set.of(INVESTIGATING, RESOLVED),
            INVESTIGATING, Set.of(RESOLVED),
            RESOLVED, Set.of(INVESTIGATING, CLOSED),
            CLOSED, Set.of());

    @Test
    void every_pair_of_statuses_is_allowed_or_not_as_the_table_says() {
        for (ProblemStatus from : ProblemStatus.values()) {
            for (ProblemStatus to : ProblemStatus.values()) {
                assertThat(from.next().contains(to))
                        .as(from + " to " + to)
                        .isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }
}
