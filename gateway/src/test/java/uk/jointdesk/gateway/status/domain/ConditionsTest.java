package uk.jointdesk.gateway.status.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LATE = Duration.ofMinutes(10);

    @Test
    void what_was_never_looked_at_is_not_known() {
        for (SuitePart part : SuitePart.values()) {
            assertThat(Conditions.UNSEEN.of(part).state()).as(part.label()).isEqualTo(State.UNKNOWN);
        }
        assertThat(Conditions.UNSEEN.lookedAt()).isNull();
    }

    @Test
    void a_part_is_down_since_it_was_first_seen_down_and_not_since_it_was_last_seen() {
        Conditions down = Conditions.UNSEEN
                .with(SuitePart.INCIDENT, Finding.down("does not answer"), NINE)
                .with(SuitePart.INCIDENT, Finding.down("does not answer"), TEN);
        assertThat(down.of(SuitePart.INCIDENT).since()).isEqualTo(NINE);
        assertThat(down.lookedAt()).isEqualTo(TEN);
        Conditions up = down.with(SuitePart.INCIDENT, Finding.up(), TEN);
        assertThat(up.of(SuitePart.INCIDENT).since()).isEqualTo(TEN);
        assertThat(up.of(SuitePart.INCIDENT).state()).isEqualTo(State.UP);
    }

    @Test
    void one_part_that_is_down_says_nothing_of_the_others() {
        Conditions seen = Conditions.UNSEEN
                .with(SuitePart.KPI, Finding.up(), NINE)
                .with(SuitePart.FINANCE, Finding.down("does not answer"), NINE);
        assertThat(seen.of(SuitePart.KPI).state()).isEqualTo(State.UP);
        assertThat(seen.of(SuitePart.FINANCE).state()).isEqualTo(State.DOWN);
    }

    @Test
    void figures_are_called_late_only_when_they_are_older_than_agreed() {
        assertThat(Finding.figures(LATE, LATE).state()).isEqualTo(State.UP);
        assertThat(Finding.figures(LATE.plusSeconds(1), LATE).state()).isEqualTo(State.DEGRADED);
        Conditions seen = Conditions.UNSEEN.with(SuitePart.KPI, Finding.figures(LATE, LATE), TEN);
        assertThat(seen.of(SuitePart.KPI).figuresOf()).isEqualTo(TEN.minus(LATE));
    }

    @Test
    void the_door_works_in_part_where_what_cannot_be_counted_is_refused() {
        assertThat(Conditions.UNSEEN
                        .with(SuitePart.DATABASE, Finding.down("refused"), NINE)
                        .of(SuitePart.GATEWAY)
                        .state())
                .isEqualTo(State.DEGRADED);
        assertThat(Conditions.UNSEEN
                        .with(SuitePart.DATABASE, Finding.degraded("uncounted"), NINE)
                        .of(SuitePart.GATEWAY)
                        .state())
                .isEqualTo(State.UP);
    }
}
