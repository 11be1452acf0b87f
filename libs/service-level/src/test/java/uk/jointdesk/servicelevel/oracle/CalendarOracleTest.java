package uk.jointdesk.servicelevel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.drawn.DrawnCalendar;
import uk.jointdesk.servicelevel.drawn.DrawnInstants;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** The calendar says what somebody finds who looks at the clock every minute. */
class CalendarOracleTest {

    private record Case(DrawnCalendar drawn, Instant from, Instant to, int workingDays) {

        static Case draw(Draw draw) {
            Instant from = DrawnInstants.minute(draw);
            return new Case(DrawnCalendar.any(draw), from, DrawnInstants.minuteAfter(from, draw), draw.between(1, 2));
        }
    }

    @Test
    void working_time_between_instants_equals_the_minutes_counted_one_by_one() {
        Laws.forAll("between = minute walk", Case::draw, Laws.oracleCases(), each -> {
            long counted = new MinuteWalk(each.drawn.hours()).between(each.from, each.to);
            assertThat(each.drawn.calendar().between(each.from, each.to)).isEqualTo(Duration.ofMinutes(counted));
        });
    }

    @Test
    void added_working_time_ends_where_the_minutes_counted_one_by_one_end() {
        Laws.forAll("plus = minute walk", Case::draw, Laws.oracleCases(), each -> {
            long minutes = Duration.between(each.from, each.to).toMinutes() / 8;
            Instant counted = new MinuteWalk(each.drawn.hours()).plus(each.from, minutes);
            assertThat(each.drawn.calendar().plus(each.from, Duration.ofMinutes(minutes)))
                    .isEqualTo(counted);
        });
    }

    @Test
    void the_same_time_on_a_later_working_day_is_when_the_wall_clock_first_shows_it() {
        Laws.forAll("same time = minute walk", Case::draw, Laws.oracleCases(), each -> {
            Instant shown = new MinuteWalk(each.drawn.hours()).sameTimeAfter(each.from, each.workingDays);
            assertThat(each.drawn.calendar().sameTimeAfter(each.from, each.workingDays))
                    .isEqualTo(shown);
        });
    }
}
