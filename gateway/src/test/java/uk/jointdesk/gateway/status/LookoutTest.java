package uk.jointdesk.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.quota.domain.HandClock;
import uk.jointdesk.gateway.status.domain.Finding;
import uk.jointdesk.gateway.status.domain.State;
import uk.jointdesk.gateway.status.domain.SuitePart;

class LookoutTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private final HandClock clock = new HandClock(NINE);
    private final Map<SuitePart, Future<Finding>> findings = new EnumMap<>(SuitePart.class);
    private int looks;
    private final Lookout lookout = new Lookout(
            part -> {
                looks++;
                return findings.getOrDefault(part, Future.succeededFuture(Finding.up()));
            },
            clock);

    private State of(SuitePart part) {
        return lookout.seen().of(part).state();
    }

    @Test
    void what_is_well_is_seen_to_be_well() {
        lookout.look();
        for (SuitePart part : SuitePart.values()) {
            assertThat(of(part)).as(part.label()).isEqualTo(State.UP);
        }
    }

    @Test
    void the_part_that_is_down_is_named_and_the_moment_it_was_seen_is_kept() {
        lookout.look();
        clock.forward(Duration.ofMinutes(1));
        findings.put(SuitePart.IDENTITY, Future.succeededFuture(Finding.down("does not answer")));
        lookout.look();
        clock.forward(Duration.ofMinutes(1));
        lookout.look();
        assertThat(of(SuitePart.IDENTITY)).isEqualTo(State.DOWN);
        assertThat(lookout.seen().of(SuitePart.IDENTITY).since()).isEqualTo(NINE.plusSeconds(60));
        assertThat(of(SuitePart.INCIDENT)).isEqualTo(State.UP);
        assertThat(lookout.seen().of(SuitePart.INCIDENT).since()).isEqualTo(NINE);
    }

    @Test
    void one_part_that_takes_its_time_does_not_keep_the_others_from_being_seen() {
        Promise<Finding> slow = Promise.promise();
        findings.put(SuitePart.FINANCE, slow.future());
        lookout.look();
        assertThat(of(SuitePart.KPI)).isEqualTo(State.UP);
        assertThat(of(SuitePart.FINANCE)).isEqualTo(State.UNKNOWN);
        slow.complete(Finding.degraded("answers, not ready yet"));
        assertThat(of(SuitePart.FINANCE)).isEqualTo(State.DEGRADED);
    }

    @Test
    void while_one_look_lasts_there_is_no_second() {
        Promise<Finding> slow = Promise.promise();
        findings.put(SuitePart.KPI, slow.future());
        lookout.look();
        int once = looks;
        lookout.look();
        assertThat(looks).isEqualTo(once);
        slow.complete(Finding.up());
        lookout.look();
        assertThat(looks).isEqualTo(2 * once);
    }

    @Test
    void to_remember_is_not_to_look_again() {
        lookout.look();
        int once = looks;
        for (int times = 0; times < 100; times++) {
            lookout.seen();
        }
        assertThat(looks).isEqualTo(once);
    }
}
