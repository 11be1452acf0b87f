package uk.jointdesk.servicelevel.life;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;
import static uk.jointdesk.servicelevel.event.EventKind.ASSIGNED;
import static uk.jointdesk.servicelevel.event.EventKind.CANCELLED;
import static uk.jointdesk.servicelevel.event.EventKind.CLOSED;
import static uk.jointdesk.servicelevel.event.EventKind.CORRECTED;
import static uk.jointdesk.servicelevel.event.EventKind.LOGGED;
import static uk.jointdesk.servicelevel.event.EventKind.MERGED;
import static uk.jointdesk.servicelevel.event.EventKind.ON_HOLD;
import static uk.jointdesk.servicelevel.event.EventKind.PRIORITY_CHANGED;
import static uk.jointdesk.servicelevel.event.EventKind.REOPENED;
import static uk.jointdesk.servicelevel.event.EventKind.RESOLVED;
import static uk.jointdesk.servicelevel.event.EventKind.RESUMED;
import static uk.jointdesk.servicelevel.event.EventKind.STARTED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.event.EventDraft;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.Spell.State;

class TicketLifeTest {

    @Test
    void without_a_logged_event_a_ticket_is_provisional_and_has_no_life() {
        TicketLife life = life(on(ASSIGNED, 9).partner("LBL"), on(RESOLVED, 10));

        assertThat(life.isProvisional()).isTrue();
        assertThat(life.loggedAt()).isEmpty();
        assertThat(life.spells()).isEmpty();
        assertThat(life.resolvedAt()).isEmpty();
        assertThat(life.holder()).isEqualTo("LBL");
    }

    @Test
    void the_earliest_logged_event_or_snapshot_logs_the_ticket() {
        assertThat(life(on(LOGGED, 10), on(LOGGED, 9)).loggedAt()).contains(hour(9));
        assertThat(life(on(LOGGED, 10), on(STARTED, 8).snapshot()).loggedAt()).contains(hour(8));
    }

    @Test
    void what_is_dated_before_logging_takes_effect_with_it() {
        TicketLife life = life(on(LOGGED, 9).priority("P2").partner("LBL"), on(RESOLVED, 8));

        assertThat(life.resolvedAt()).contains(hour(9));
        assertThat(life.attributesWhenJudged().priority()).isEqualTo("P2");
        assertThat(life.spells()).extracting(Spell::from).containsExactly(hour(9));
    }

    @Test
    void events_of_one_instant_go_by_sequence_and_then_by_the_order_of_a_life() {
        assertThat(life(on(LOGGED, 9), on(RESUMED, 9), on(ON_HOLD, 9)).status()).isEqualTo(TicketStatus.NEW);
        assertThat(life(
                                on(LOGGED, 9),
                                on(RESUMED, 10).sequence(1),
                                on(ON_HOLD, 10).sequence(2))
                        .status())
                .isEqualTo(TicketStatus.ON_HOLD);
    }

    @Test
    void a_second_resolution_without_a_reopening_is_nothing_new() {
        TicketLife life = life(on(LOGGED, 9), on(RESOLVED, 10), on(RESOLVED, 11), on(CLOSED, 12));

        assertThat(life.resolvedAt()).contains(hour(10));
        assertThat(life.closedAt()).contains(hour(12));
        assertThat(life.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(life.resolutions()).hasSize(1);
    }

    @Test
    void closing_an_open_ticket_resolves_it() {
        assertThat(life(on(LOGGED, 9), on(CLOSED, 12)).resolvedAt()).contains(hour(12));
    }

    @Test
    void a_reopened_ticket_counts_its_last_resolution() {
        TicketLife life = life(on(LOGGED, 9), on(RESOLVED, 10), on(REOPENED, 11), on(RESOLVED, 12));

        assertThat(life.resolvedAt()).contains(hour(12));
        assertThat(life.reopenCount()).isEqualTo(1);
        assertThat(life.reopenings()).containsExactly(hour(11));
        assertThat(life.resolutions()).extracting(Resolution::at).containsExactly(hour(10), hour(12));
        assertThat(life.spells())
                .extracting(Spell::state)
                .containsExactly(State.RUNNING, State.RESOLVED, State.RUNNING, State.RESOLVED);
    }

    @Test
    void reopening_an_open_ticket_and_resuming_a_running_one_change_nothing() {
        TicketLife life = life(on(LOGGED, 9), on(REOPENED, 10), on(RESUMED, 11));

        assertThat(life.reopenCount()).isZero();
        assertThat(life.spells()).hasSize(1);
    }

    @Test
    void resolving_a_ticket_on_hold_ends_the_hold() {
        TicketLife life = life(on(LOGGED, 9), hold(10), on(RESOLVED, 11), on(RESUMED, 12));

        assertThat(life.status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(life.spells()).extracting(Spell::state).containsExactly(State.RUNNING, State.HELD, State.RESOLVED);
    }

    @Test
    void a_hold_ends_where_the_ticket_stood_before() {
        assertThat(life(on(LOGGED, 9), on(ASSIGNED, 10), hold(11), on(RESUMED, 12))
                        .status())
                .isEqualTo(TicketStatus.ASSIGNED);
        assertThat(life(on(LOGGED, 9), hold(11), on(ASSIGNED, 12)).status()).isEqualTo(TicketStatus.ON_HOLD);
        assertThat(life(on(LOGGED, 9), hold(11), on(STARTED, 12)).status()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void a_snapshot_of_work_after_a_resolution_is_a_reopening() {
        assertThat(life(on(LOGGED, 9), on(RESOLVED, 10), on(STARTED, 11).snapshot())
                        .reopenCount())
                .isEqualTo(1);
        assertThat(life(on(LOGGED, 9), on(CLOSED, 10), hold(11).snapshot()).status())
                .isEqualTo(TicketStatus.ON_HOLD);
        assertThat(life(on(LOGGED, 9), on(RESOLVED, 10), on(STARTED, 11)).reopenCount())
                .isZero();
    }

    @Test
    void a_snapshot_in_the_state_new_ends_a_hold_and_reopens_nothing() {
        assertThat(life(on(LOGGED, 9), hold(10), on(LOGGED, 11).snapshot()).status())
                .isEqualTo(TicketStatus.NEW);
        assertThat(life(on(LOGGED, 9), on(RESOLVED, 10), on(LOGGED, 11).snapshot())
                        .resolvedAt())
                .contains(hour(10));
    }

    @Test
    void a_resolution_counts_for_the_partner_that_then_held_the_ticket() {
        TicketLife life = life(
                on(LOGGED, 9).partner("LBL"),
                on(RESOLVED, 10),
                on(PRIORITY_CHANGED, 11).partner("LBS"));

        assertThat(life.attributesWhenJudged().partner()).isEqualTo("LBL");
        assertThat(life.holder()).isEqualTo("LBS");
    }

    @Test
    void a_cancelled_or_merged_ticket_has_no_resolution_and_can_come_back() {
        TicketLife merged = life(on(LOGGED, 9), on(MERGED, 10).into("LBL-0000007"), on(RESOLVED, 11));
        assertThat(merged.status()).isEqualTo(TicketStatus.MERGED);
        assertThat(merged.mergedInto()).contains("LBL-0000007");
        assertThat(merged.resolvedAt()).isEmpty();
        assertThat(merged.overSince()).contains(hour(10));

        TicketLife back = life(on(LOGGED, 9), on(CANCELLED, 10), on(REOPENED, 11));
        assertThat(back.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(back.spells())
                .extracting(Spell::state)
                .containsExactly(State.RUNNING, State.WITHDRAWN, State.RUNNING);
    }

    @Test
    void a_correction_takes_back_the_event_it_names() {
        TicketLife life = life(
                on(LOGGED, 9), on(RESOLVED, 10).id("wrong"), on(CORRECTED, 12).supersedes("wrong"), on(RESOLVED, 11));

        assertThat(life.resolvedAt()).contains(hour(11));
        assertThat(life.asAt(hour(10)).resolvedAt()).isEmpty();
    }

    @Test
    void a_correction_can_be_taken_back_by_a_later_one() {
        EventDraft[] story = {
            on(LOGGED, 9),
            on(RESOLVED, 10).id("right"),
            on(CORRECTED, 11).supersedes("right").id("rash"),
            on(CORRECTED, 12).supersedes("rash")
        };

        assertThat(life(story).resolvedAt()).contains(hour(10));
        assertThat(life(Arrays.copyOf(story, 3)).resolvedAt()).isEmpty();
    }

    @Test
    void a_correction_of_nothing_known_takes_nothing_back() {
        assertThat(life(
                                on(LOGGED, 9),
                                on(RESOLVED, 10).id("a"),
                                on(CORRECTED, 11).supersedes("b"))
                        .resolvedAt())
                .contains(hour(10));
    }

    @Test
    void a_correction_may_say_what_is_right_in_the_same_breath() {
        TicketLife life = life(
                on(LOGGED, 9).priority("P3"),
                on(PRIORITY_CHANGED, 10).priority("P1").id("wrong"),
                on(CORRECTED, 10).priority("P2").supersedes("wrong"));

        assertThat(life.priority()).isEqualTo("P2");
    }

    @Test
    void the_same_thing_told_under_two_ids_is_one_event() {
        TicketLife life = life(on(LOGGED, 9).id("a"), on(LOGGED, 9).id("b"));

        assertThat(life.events()).hasSize(1);
    }

    @Test // TC-49, https://github.com/paypal/mirakl-hyperwallet-connector/issues/35
    void every_order_of_events_tells_the_same_life() {
        List<TicketEvent> story = List.of(
                on(LOGGED, 9).event(),
                hold(10).event(),
                on(RESUMED, 11).event(),
                on(PRIORITY_CHANGED, 12).priority("P1").event(),
                on(RESOLVED, 13).event());
        List<Spell> spells = TicketLife.of(story).spells();

        for (List<TicketEvent> order : permutations(story)) {
            assertThat(TicketLife.of(order).spells()).isEqualTo(spells);
        }
    }

    private static List<List<TicketEvent>> permutations(List<TicketEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<TicketEvent>> all = new ArrayList<>();
        for (TicketEvent first : events) {
            List<TicketEvent> rest = new ArrayList<>(events);
            rest.remove(first);
            for (List<TicketEvent> tail : permutations(rest)) {
                List<TicketEvent> order = new ArrayList<>(tail);
                order.add(0, first);
                all.add(order);
            }
        }
        return all;
    }

    private static TicketLife life(EventDraft... story) {
        return TicketLife.of(Arrays.stream(story).map(EventDraft::event).toList());
    }

    private static EventDraft hold(int hour) {
        return on(ON_HOLD, hour).reason("AWAITING_USER");
    }

    private static EventDraft on(EventKind kind, int hour) {
        return TicketEvent.of(kind, hour(hour));
    }

    private static Instant hour(int hour) {
        return at(String.format(Locale.ROOT, "2021-06-07 %02d:00", hour));
    }
}
