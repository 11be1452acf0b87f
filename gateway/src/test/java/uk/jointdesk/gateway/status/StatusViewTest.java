package uk.jointdesk.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.status.domain.Conditions;
import uk.jointdesk.gateway.status.domain.Finding;
import uk.jointdesk.gateway.status.domain.State;
import uk.jointdesk.gateway.status.domain.SuitePart;

class StatusViewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Duration LATE = Duration.ofMinutes(10);

    private static Conditions well() {
        Conditions seen = Conditions.UNSEEN;
        for (SuitePart part : SuitePart.values()) {
            seen = seen.with(part, Finding.up(), NOW.minusSeconds(3_600));
        }
        return seen.with(SuitePart.KPI, Finding.figures(Duration.ofMinutes(3), LATE), NOW);
    }

    private static StatusView.Row row(StatusView view, String part) {
        return view.parts().stream()
                .filter(row -> row.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everybody_is_told_which_parts_work_and_nothing_else() {
        StatusView told = StatusView.of(well(), Audience.EVERYBODY, NOW);
        assertThat(told.headline()).isEqualTo("All parts work.");
        assertThat(told.lookedAt()).isNull();
        assertThat(told.parts()).hasSize(5).allSatisfy(row -> {
            assertThat(row.since()).isNull();
            assertThat(row.detail()).isNull();
            assertThat(row.minutesOld()).isNull();
        });
    }

    @Test
    void who_is_signed_in_is_told_how_old_the_figures_are_and_not_since_when_something_failed() {
        Conditions seen = well().with(SuitePart.INCIDENT, Finding.down("does not answer"), NOW);
        StatusView told = StatusView.of(seen, Audience.SIGNED_IN, NOW);
        assertThat(row(told, "kpi-service").note()).isEqualTo("Figures know of every ticket of 3 minutes ago.");
        assertThat(row(told, "incident-service").note()).isEqualTo("Cannot be reached at the moment.");
        assertThat(told.state()).isEqualTo(State.DOWN);
        assertThat(told.parts()).allSatisfy(row -> assertThat(row.since()).isNull());
        assertThat(told.lookedAt()).isNull();
    }

    @Test
    void who_runs_the_suite_is_told_since_when_and_what_was_seen() {
        Conditions seen = well().with(SuitePart.IDENTITY, Finding.down("does not answer"), NOW.minusSeconds(60));
        StatusView.Row told = row(StatusView.of(seen, Audience.OPERATORS, NOW), "identity-provider");
        assertThat(told.since()).isEqualTo(NOW.minusSeconds(60));
        assertThat(told.detail()).isEqualTo("does not answer");
        assertThat(told.word()).isEqualTo("Does not work");
    }

    @Test
    void that_requests_pass_uncounted_is_told_to_nobody_but_who_runs_the_suite() {
        Conditions seen = well().with(SuitePart.DATABASE, Finding.degraded("requests pass uncounted"), NOW);
        for (Audience audience : new Audience[] {Audience.EVERYBODY, Audience.SIGNED_IN}) {
            StatusView told = StatusView.of(seen, audience, NOW);
            assertThat(told.state()).isEqualTo(State.UP);
            assertThat(told.parts()).extracting(StatusView.Row::part).doesNotContain("gateway-database");
        }
        StatusView operators = StatusView.of(seen, Audience.OPERATORS, NOW);
        assertThat(row(operators, "gateway-database").state()).isEqualTo(State.DEGRADED);
        assertThat(operators.state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void figures_grow_old_between_two_looks() {
        StatusView later = StatusView.of(well(), Audience.SIGNED_IN, NOW.plusSeconds(120));
        assertThat(row(later, "kpi-service").minutesOld()).isEqualTo(5);
        StatusView clockBehind = StatusView.of(well(), Audience.SIGNED_IN, NOW.minusSeconds(600));
        assertThat(row(clockBehind, "kpi-service").minutesOld()).isZero();
    }
}
