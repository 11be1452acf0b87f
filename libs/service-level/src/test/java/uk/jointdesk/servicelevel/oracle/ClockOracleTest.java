package uk.jointdesk.servicelevel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.clock.Outcome;
import uk.jointdesk.servicelevel.clock.SlaClock;
import uk.jointdesk.servicelevel.clock.SlaState;
import uk.jointdesk.servicelevel.clock.Verdict;
import uk.jointdesk.servicelevel.drawn.DrawnStory;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.servicelevel.oracle.ClockOracle.Answer;
import uk.jointdesk.testkit.Laws;

/** The clock says what somebody finds who looks at the ticket every minute. */
class ClockOracleTest {

    @Test
    void the_verdict_equals_that_of_a_minute_walk() {
        Laws.forAll("clock = minute walk", DrawnStory::inMinutes, Laws.oracleCases(), story -> {
            boolean fromChange = story.policy() == ChangePolicy.FROM_CHANGE;
            ClockOracle oracle =
                    new ClockOracle(story.hours(), fromChange, story.reopen().name());
            Answer expected = oracle.judge(story.steps(), story.asAt().getEpochSecond() / 60);
            Verdict verdict = SlaClock.read(TicketLife.of(story.events()), story.rules(), story.asAt());
            assertThat(told(verdict.outcome())).isEqualTo(expected);
            assertThat(SlaClock.outcome(TicketLife.of(story.events()), story.rules(), story.asAt()))
                    .isEqualTo(verdict.outcome());
        });
    }

    @Test
    void the_verdict_on_the_response_equals_that_of_a_minute_walk() {
        Laws.forAll("response = minute walk", DrawnStory::inMinutes, Laws.oracleCases(), story -> {
            boolean fromChange = story.policy() == ChangePolicy.FROM_CHANGE;
            ClockOracle oracle = new ClockOracle(story.hours(), fromChange, "RESPONSE");
            Answer expected = oracle.judge(story.steps(), story.asAt().getEpochSecond() / 60);
            TicketLife life = TicketLife.of(story.events());
            Verdict verdict = SlaClock.read(Metric.RESPONSE, life, story.rules(), story.asAt());
            assertThat(told(verdict.outcome())).isEqualTo(expected);
            assertThat(SlaClock.outcome(Metric.RESPONSE, life, story.rules(), story.asAt()))
                    .isEqualTo(verdict.outcome());
        });
    }

    private static Answer told(Outcome outcome) {
        Duration target = outcome.target().orElseThrow();
        SlaState state = outcome.state();
        return new Answer(
                state.name(),
                target.toMinutes(),
                outcome.consumed().toMinutes(),
                outcome.dueAt().orElse(null),
                outcome.breachedAt().orElse(null));
    }
}
