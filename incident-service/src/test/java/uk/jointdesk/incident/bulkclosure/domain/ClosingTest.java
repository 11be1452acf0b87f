package uk.jointdesk.incident.bulkclosure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** How one ticket is closed in bulk, and how that is taken back. */
class ClosingTest {

    private static final Instant LOGGED = Instant.parse("2021-03-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2021-06-07T09:00:00Z");
    private static final Ticket.Identity NAME = new Ticket.Identity("LBL-0000001", null, null);
    private static final RuleBook NO_RULES = new RuleBook(List.of(), Map.of());
    private static final UUID CLOSURE = UUID.randomUUID();

    @Test
    void an_open_ticket_is_resolved_and_closed_at_once() {
        for (EventKind last : List.of(EventKind.LOGGED, EventKind.ASSIGNED, EventKind.STARTED, EventKind.ON_HOLD)) {
            Decision decision = close(story(last));
            assertThat(decision.events()).as("after %s", last).containsExactly("RESOLVED", "CLOSED");
            assertThat(decision.facts()).allMatch(fact -> fact.at().equals(NOW));
        }
    }

    @Test
    void a_resolved_ticket_is_closed_and_keeps_its_resolution() {
        List<Fact> story = story(EventKind.RESOLVED);
        Decision decision = close(story);
        assertThat(decision.events()).containsExactly("CLOSED");
        story.addAll(decision.facts());
        assertThat(ticket(story).resolvedAt()).isEqualTo(LOGGED.plusSeconds(60));
    }

    @Test
    void what_is_over_is_left_alone() {
        for (EventKind last : List.of(EventKind.CANCELLED, EventKind.MERGED)) {
            assertThat(close(story(last)).cause()).isEqualTo(Cause.ALREADY_OVER);
        }
        List<Fact> closed = story(EventKind.RESOLVED);
        closed.add(fact(9, EventKind.CLOSED, NOW));
        assertThat(close(closed).cause()).isEqualTo(Cause.ALREADY_OVER);
    }

    @Test
    void what_has_changed_since_it_was_chosen_is_left_alone() {
        List<Fact> story = story(EventKind.STARTED);
        Decision decision = Closing.of(ticket(story), History.of(story), 6, NOW);
        assertThat(decision.cause()).isEqualTo(Cause.CHANGED);
        assertThat(decision.facts()).isEmpty();
    }

    @Test
    void what_nobody_has_logged_is_left_alone() {
        assertThat(close(List.of(fact(0, EventKind.STARTED, LOGGED))).cause()).isEqualTo(Cause.NOT_LOGGED);
    }

    @Test
    void a_desk_whose_clock_runs_ahead_is_not_overtaken() {
        List<Fact> story = story(EventKind.LOGGED);
        story.add(fact(5, EventKind.STARTED, NOW.plusSeconds(30)));
        assertThat(close(story).facts()).allMatch(fact -> fact.at().equals(NOW.plusSeconds(30)));
        story.addAll(close(story).facts());
        assertThat(ticket(story).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void undone_it_is_as_if_it_had_not_been() {
        for (EventKind last : List.of(EventKind.LOGGED, EventKind.STARTED, EventKind.ON_HOLD, EventKind.RESOLVED)) {
            List<Fact> story = story(last);
            Ticket before = ticket(story);
            List<Recorded> recorded = recorded(story, null);
            recorded.addAll(recorded(close(story).facts(), CLOSURE));
            Decision undo = Undoing.of(ticket(facts(recorded)), recorded, CLOSURE, 7, NOW.plusSeconds(3_600));
            assertThat(undo.events()).containsOnly("CORRECTED");
            recorded.addAll(recorded(undo.facts(), CLOSURE));
            assertThat(ticket(facts(recorded))).as("after %s", last).isEqualTo(before);
        }
    }

    @Test
    void what_somebody_touched_since_is_not_undone() {
        List<Fact> story = story(EventKind.LOGGED);
        List<Recorded> recorded = recorded(story, null);
        recorded.addAll(recorded(close(story).facts(), CLOSURE));
        Decision undo = Undoing.of(ticket(facts(recorded)), recorded, CLOSURE, 6, NOW);
        assertThat(undo.cause()).isEqualTo(Cause.CHANGED);
        assertThat(undo.facts()).isEmpty();
    }

    private static Decision close(List<Fact> story) {
        return Closing.of(ticket(story), History.of(story), 7, NOW);
    }

    /** A logged ticket to which one more thing has happened. */
    private static List<Fact> story(EventKind last) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(0, EventKind.LOGGED, LOGGED));
        if (last != EventKind.LOGGED) {
            facts.add(fact(1, last, LOGGED.plusSeconds(60)));
        }
        return facts;
    }

    private static Fact fact(long sequence, EventKind kind, Instant at) {
        String reason = kind == EventKind.ON_HOLD ? "AWAITING_USER" : null;
        return Fact.here(NAME, sequence, kind, at, Said.NOTHING, Detail.NOTHING, reason, null);
    }

    private static Ticket ticket(List<Fact> facts) {
        return Ticket.of(NAME, History.of(facts), null, NO_RULES, NOW.plusSeconds(7_200), 7);
    }

    private static List<Recorded> recorded(List<Fact> facts, UUID closure) {
        List<Recorded> recorded = new ArrayList<>();
        facts.forEach(fact -> recorded.add(new Recorded(fact, fact.id(), NOW, "desk", closure)));
        return recorded;
    }

    private static List<Fact> facts(List<Recorded> recorded) {
        return recorded.stream().map(Recorded::fact).toList();
    }
}
