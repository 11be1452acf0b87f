package uk.jointdesk.servicelevel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.drawn.DrawnCalendar;
import uk.jointdesk.servicelevel.drawn.DrawnInstants;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What must hold of every calendar at every instant, clock changes included. */
class CalendarLawsTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private record Span(DrawnCalendar drawn, Instant start, long millisToMiddle, long millisToEnd) {

        static Span draw(Draw draw) {
            long longest = draw.size() * 6_000_000L;
            return new Span(
                    DrawnCalendar.any(draw),
                    DrawnInstants.millisecond(draw),
                    draw.between(0, longest),
                    draw.between(0, longest));
        }

        WorkingCalendar calendar() {
            return drawn.calendar();
        }

        Instant middle() {
            return start.plusMillis(millisToMiddle);
        }

        Instant end() {
            return middle().plusMillis(millisToEnd);
        }
    }

    @Test
    void working_time_of_two_adjoining_spans_adds_up() {
        Laws.forAll("additivity", Span::draw, Laws.cases(), span -> {
            Duration parts = span.calendar()
                    .between(span.start(), span.middle())
                    .plus(span.calendar().between(span.middle(), span.end()));
            check(parts.equals(span.calendar().between(span.start(), span.end())), parts);
        });
    }

    @Test
    void working_time_is_never_more_than_elapsed_time_and_never_less_than_none() {
        Laws.forAll("bounds", Span::draw, Laws.cases(), span -> {
            Duration working = span.calendar().between(span.start(), span.end());
            check(!working.isNegative(), working);
            check(working.compareTo(Duration.between(span.start(), span.end())) <= 0, working);
            check(span.calendar().between(span.end(), span.start()).isZero(), working);
        });
    }

    @Test
    void adding_working_time_ends_at_the_earliest_instant_at_which_it_has_passed() {
        Laws.forAll("between(a, plus(a, d)) = d", Span::draw, Laws.cases(), span -> {
            Duration working = Duration.ofMillis(span.millisToEnd() / 4);
            Instant end = span.calendar().plus(span.start(), working);
            check(span.calendar().between(span.start(), end).equals(working), end);
            if (!working.isZero()) {
                Duration justBefore = span.calendar().between(span.start(), end.minus(TICK));
                check(justBefore.equals(working.minus(TICK)), end);
            }
        });
    }

    @Test
    void stretches_leave_no_gap_and_their_open_parts_are_the_working_time() {
        Laws.forAll("stretches", Span::draw, Laws.cases(), span -> {
            List<Stretch> stretches = span.calendar().stretches(span.start(), span.end());
            Instant reached = span.start();
            Duration open = Duration.ZERO;
            for (Stretch stretch : stretches) {
                check(stretch.from().equals(reached) && stretch.from().isBefore(stretch.to()), stretch);
                open = stretch.kind() == Stretch.Kind.OPEN ? open.plus(stretch.length()) : open;
                reached = stretch.to();
            }
            check(reached.equals(span.end()), reached);
            check(open.equals(span.calendar().between(span.start(), span.end())), open);
        });
    }

    @Test
    void a_service_is_open_exactly_when_its_next_millisecond_counts() {
        Laws.forAll("opens", Span::draw, Laws.cases(), span -> {
            boolean counts = span.calendar()
                    .between(span.middle(), span.middle().plus(TICK))
                    .equals(TICK);
            check(span.calendar().opens(span.middle()) == counts, span.middle());
        });
    }

    /** Cheaper than an assertion library in a hundred thousand cases. */
    private static void check(boolean holds, Object found) {
        if (!holds) {
            assertThat(found).as("breaks the law").isNull();
        }
    }
}
