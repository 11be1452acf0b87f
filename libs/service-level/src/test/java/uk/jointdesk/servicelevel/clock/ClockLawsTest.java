package uk.jointdesk.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.drawn.DrawnStory;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What must hold of every verdict, whatever happened to the ticket. */
class ClockLawsTest {

    private record Told(DrawnStory story, List<TicketEvent> again) {

        static Told draw(Draw draw) {
            DrawnStory story = DrawnStory.inMilliseconds(draw);
            List<TicketEvent> again = new ArrayList<>(story.events());
            story.events().stream().filter(event -> draw.chance(30)).forEach(again::add);
            return new Told(story, draw.shuffled(again));
        }
    }

    @Test
    void order_and_repetition_of_events_make_no_difference() {
        Laws.forAll("order and duplicates", Told::draw, Laws.cases(), told -> {
            Verdict inOrder = judge(told.story());
            Verdict anyOrder = SlaClock.read(
                    TicketLife.of(told.again()),
                    told.story().rules(),
                    told.story().asAt());
            check(anyOrder.equals(inOrder), anyOrder);
        });
    }

    @Test
    void segments_add_up_to_the_elapsed_time_and_working_ones_to_the_time_consumed() {
        Laws.forAll("segments = elapsed", DrawnStory::inMilliseconds, Laws.cases(), story -> {
            TicketLife life = TicketLife.of(story.events()).asAt(story.asAt());
            Verdict verdict = judge(story);
            if (life.isProvisional()) {
                check(verdict.segments().isEmpty(), verdict);
                return;
            }
            Instant reached = life.loggedAt().orElseThrow();
            Duration working = Duration.ZERO;
            for (Segment segment : verdict.segments()) {
                check(segment.from().equals(reached) && segment.to().isAfter(reached), segment);
                reached = segment.to();
                working = segment.kind() == Segment.Kind.WORKING ? working.plus(segment.length()) : working;
            }
            check(reached.equals(endOf(life, story)), reached);
            if (story.policy() == ChangePolicy.RETROACTIVE && story.reopen() != ReopenReading.RESET) {
                check(working.equals(verdict.consumed()), verdict);
            }
        });
    }

    @Test
    void a_ticket_is_breached_exactly_when_it_has_used_more_than_its_target() {
        Laws.forAll("breached iff consumed > target", DrawnStory::inMilliseconds, Laws.cases(), story -> {
            Outcome outcome = outcome(story, story.asAt());
            if (isJudged(outcome)) {
                boolean over = outcome.consumed().compareTo(outcome.target().orElseThrow()) > 0;
                check((outcome.state() == SlaState.BREACHED) == over, outcome);
                check(outcome.breachedAt().isPresent() == over, outcome);
            }
        });
    }

    @Test
    void a_due_instant_is_where_the_target_is_used_up_if_nothing_else_happens() {
        Laws.forAll("due = all used", DrawnStory::inMilliseconds, Laws.cases(), story -> {
            Outcome outcome = outcome(story, story.asAt());
            if (outcome.state() == SlaState.RUNNING) {
                DrawnStory sofar = upToNow(story);
                Instant due = outcome.dueAt().orElseThrow();
                Outcome then = outcome(sofar, due.isBefore(story.asAt()) ? story.asAt() : due);
                check(then.state() == SlaState.RUNNING, then);
                check(then.remaining().orElseThrow().isZero(), then);
            }
        });
    }

    @Test
    void a_breach_instant_does_not_move_while_its_target_stands() {
        Laws.forAll("breach stands", DrawnStory::inMilliseconds, Laws.cases(), story -> {
            Outcome outcome = outcome(story, story.asAt());
            if (outcome.state() == SlaState.BREACHED) {
                Instant muchLater = story.asAt().plus(Duration.ofDays(9));
                Outcome then = outcome(upToNow(story), muchLater);
                check(then.breachedAt().equals(outcome.breachedAt()), then);
            }
        });
    }

    @Test
    void what_happens_later_does_not_change_a_verdict_as_at_an_earlier_instant() {
        Laws.forAll("as-at", DrawnStory::inMilliseconds, Laws.cases(), story -> {
            check(outcome(upToNow(story), story.asAt()).equals(outcome(story, story.asAt())), story);
        });
    }

    private static boolean isJudged(Outcome outcome) {
        return outcome.state() != SlaState.CANCELLED && outcome.state() != SlaState.NO_TARGET;
    }

    private static Instant endOf(TicketLife life, DrawnStory story) {
        if (story.reopen() == ReopenReading.FIRST && !life.resolutions().isEmpty()) {
            return life.resolutions().get(0).at();
        }
        return life.overSince().orElse(story.asAt());
    }

    private static DrawnStory upToNow(DrawnStory story) {
        List<TicketEvent> known = story.events().stream()
                .filter(event -> !event.at().isAfter(story.asAt()))
                .toList();
        return new DrawnStory(known, story.partners(), story.policy(), story.reopen(), story.asAt());
    }

    private static Verdict judge(DrawnStory story) {
        return SlaClock.read(TicketLife.of(story.events()), story.rules(), story.asAt());
    }

    private static Outcome outcome(DrawnStory story, Instant asAt) {
        return SlaClock.outcome(TicketLife.of(story.events()), story.rules(), asAt);
    }

    /** Cheaper than an assertion library in a hundred thousand cases. */
    private static void check(boolean holds, Object found) {
        if (!holds) {
            assertThat(found).as("breaks the law").isNull();
        }
    }
}
