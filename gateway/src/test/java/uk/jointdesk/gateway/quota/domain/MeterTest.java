package uk.jointdesk.gateway.quota.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.quota.domain.Verdict.Outcome;

class MeterTest {

    private static final QuotaKey KEY = new QuotaKey("lbl-client LBL", Purpose.READ);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock(Instant.parse("2026-01-05T09:00:10Z"));
    private final SlowLender lender = new SlowLender();

    private Meter meter(long limit) {
        return new Meter(KEY, new Allowance(limit, MINUTE), lender, clock);
    }

    private static List<Outcome> take(Meter meter, int times) {
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < times; i++) {
            meter.take(verdict -> outcomes.add(verdict.outcome()));
        }
        return outcomes;
    }

    private static int passed(List<Outcome> outcomes) {
        return Collections.frequency(outcomes, Outcome.PASSED);
    }

    @Test
    void as_many_pass_as_the_limit_says_and_all_others_are_refused() {
        List<Outcome> outcomes = take(meter(100), 500);
        lender.answer();
        assertThat(passed(outcomes)).isEqualTo(100);
        assertThat(Collections.frequency(outcomes, Outcome.EXHAUSTED)).isEqualTo(400);
    }

    @Test
    void a_burst_may_come_to_three_replicas_as_unevenly_as_it_likes() {
        Meter busy = meter(100);
        Meter quiet = meter(100);
        Meter quieter = meter(100);
        List<Outcome> few = take(quiet, 5);
        List<Outcome> fewer = take(quieter, 3);
        List<Outcome> most = take(busy, 492);
        lender.answer();
        assertThat(few).containsOnly(Outcome.PASSED);
        assertThat(fewer).containsOnly(Outcome.PASSED);
        assertThat(passed(most)).isEqualTo(92);
    }

    @Test
    void a_steady_caller_never_waits_for_the_lender_once_it_has_been_seen_for_a_second() {
        Meter meter = meter(6_000);
        afterwards(take(meter, 50));
        meter.tick();
        lender.answer();
        for (int second = 0; second < 150; second++) {
            clock.forward(SECOND);
            meter.tick();
            assertThat(take(meter, 20)).as("second %d", second).hasSize(20).containsOnly(Outcome.PASSED);
            lender.answer();
            assertThat(take(meter, 30)).as("second %d", second).hasSize(30).containsOnly(Outcome.PASSED);
            lender.answer();
        }
        assertThat(lender.asked()).as("questions for 7,550 requests").isLessThan(700);
    }

    @Test
    void permits_end_with_their_window() {
        Meter meter = meter(10);
        assertThat(passed(afterwards(take(meter, 20)))).isEqualTo(10);
        clock.forward(MINUTE);
        assertThat(passed(afterwards(take(meter, 20)))).isEqualTo(10);
    }

    private List<Outcome> afterwards(List<Outcome> outcomes) {
        lender.answer();
        return outcomes;
    }

    @Test
    void what_nobody_needs_is_given_back_for_other_replicas() {
        Meter first = meter(100);
        take(first, 40);
        lender.answer();
        first.tick();
        lender.answer();
        clock.forward(SECOND);
        first.tick();
        Meter second = meter(100);
        List<Outcome> others = afterwards(take(second, 100));
        assertThat(passed(others))
                .as("all but what the first used and keeps in hand")
                .isBetween(58, 60);
    }

    @Test
    void a_replica_that_dies_with_its_lease_makes_fewer_pass_and_never_more() {
        Meter dying = meter(100);
        afterwards(take(dying, 30));
        dying.tick();
        lender.answer();
        long lost = lender.leased(Window.at(clock.instant(), MINUTE)) - 30;
        assertThat(lost).isPositive();
        assertThat(passed(afterwards(take(meter(100), 500)))).isEqualTo(70 - (int) lost);
    }

    @Test
    void those_refused_are_told_what_is_left_and_when_to_come_again() {
        Meter meter = meter(1);
        List<Verdict> verdicts = new ArrayList<>();
        meter.take(verdicts::add);
        lender.answer();
        meter.take(verdicts::add);
        lender.answer();
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.PASSED, Outcome.EXHAUSTED);
        assertThat(verdicts).extracting(Verdict::remaining).containsExactly(0L, 0L);
        assertThat(verdicts).extracting(Verdict::resetSeconds).containsExactly(50L, 50L);
    }

    @Test
    void while_the_lender_is_down_what_is_in_hand_passes_and_the_rest_hears_at_once() {
        Meter meter = meter(1_000);
        afterwards(take(meter, 5));
        meter.tick();
        lender.answer();
        lender.goDown();
        List<Outcome> outcomes = afterwards(take(meter, 30));
        assertThat(passed(outcomes)).as("a hundredth of the limit is in hand").isEqualTo(10);
        assertThat(Collections.frequency(outcomes, Outcome.UNAVAILABLE)).isEqualTo(20);
        int asked = lender.asked();
        assertThat(take(meter, 10)).hasSize(10).containsOnly(Outcome.UNAVAILABLE);
        assertThat(lender.asked())
                .as("nobody waits for it again within a second")
                .isEqualTo(asked);
        lender.comeBack();
        clock.forward(SECOND);
        assertThat(afterwards(take(meter, 10))).hasSize(10).containsOnly(Outcome.PASSED);
    }

    @Test
    void a_limit_of_nothing_lets_nothing_pass() {
        assertThat(take(meter(0), 3)).hasSize(3).containsOnly(Outcome.EXHAUSTED);
    }

    @Test
    void a_client_that_has_not_called_for_two_windows_is_forgotten() {
        Meter meter = meter(10);
        take(meter, 1);
        clock.forward(MINUTE.multipliedBy(2));
        assertThat(meter.isIdle()).isFalse();
        clock.forward(SECOND);
        assertThat(meter.isIdle()).isTrue();
    }
}
