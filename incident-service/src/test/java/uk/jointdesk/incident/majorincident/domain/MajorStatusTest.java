package uk.jointdesk.incident.majorincident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.incident.majorincident.domain.MajorStatus.CLOSED;
import static uk.jointdesk.incident.majorincident.domain.MajorStatus.DECLARED;
import static uk.jointdesk.incident.majorincident.domain.MajorStatus.INVESTIGATING;
import static uk.jointdesk.incident.majorincident.domain.MajorStatus.MITIGATED;
import static uk.jointdesk.incident.majorincident.domain.MajorStatus.RESOLVED;
import static uk.jointdesk.incident.majorincident.domain.MajorStatus.REVIEWED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MajorStatusTest {

    /** The whole table, written down a second time. */
    private static final Map<MajorStatus, Set<MajorStatus>> ALLOWED = Map.of(
            DECLARED, Set.of(INVESTIGATING, MITIGATED, RESOLVED),
            INVESTIGATING, Set.of(MITIGATED, RESOLVED),
            MITIGATED, Set.of(INVESTIGATING, RESOLVED),
            RESOLVED, Set.of(INVESTIGATING, REVIEWED),
            REVIEWED, Set.of(CLOSED),
            CLOSED, Set.of());

    @Test
    void every_pair_of_statuses_is_allowed_or_not_as_the_table_says() {
        for (MajorStatus from : MajorStatus.values()) {
            for (MajorStatus to : MajorStatus.values()) {
                assertThat(from.next().contains(to))
                        .as(from + " to " + to)
                        .isEqualTo(ALLOWED.get(from).contains(to));
            }
        }
    }

    @Test
    void people_wait_for_news_until_it_is_resolved() {
        assertThat(MajorStatus.values())
                .filteredOn(MajorStatus::isRunning)
                .containsExactly(DECLARED, INVESTIGATING, MITIGATED);
    }
}
