package uk.jointdesk.incident.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

class HistoryTest {

    private static final Instant NINE = Instant.parse("2021-06-07T09:00:00Z");

    @Test
    void the_order_and_number_of_arrivals_make_no_difference() {
        List<Fact> facts = List.of(
                fact(EventKind.LOGGED, 0, partner("LBL"), Detail.titled("no network")),
                fact(EventKind.STARTED, 10, Said.NOTHING, Detail.NOTHING),
                fact(EventKind.PARTNER_CHANGED, 20, partner("LBS"), Detail.titled("no network at all")),
                fact(EventKind.RESOLVED, 30, Said.NOTHING, Detail.NOTHING));
        for (int seed = 0; seed < 50; seed++) {
            List<Fact> shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, seed % 4));
            Collections.shuffle(shuffled, new Random(seed));
            History history = History.of(shuffled);
            assertThat(history.life().status()).isEqualTo(TicketStatus.RESOLVED);
            assertThat(history.life().holder()).isEqualTo("LBS");
            assertThat(history.detail().title()).isEqualTo("no network at all");
            assertThat(history.begin()).isEqualTo(NINE);
        }
    }

    @Test
    void the_transfer_itself_still_belongs_to_the_partner_that_hands_the_ticket_on() {
        History history = History.of(List.of(
                fact(EventKind.LOGGED, 0, partner("LBL"), Detail.NOTHING),
                fact(EventKind.PARTNER_CHANGED, 20, partner("LBS"), Detail.NOTHING),
                fact(EventKind.RESOLVED, 30, Said.NOTHING, Detail.NOTHING)));
        assertThat(history.holderBefore(minute(0))).isEqualTo("LBL");
        assertThat(history.holderBefore(minute(20))).isEqualTo("LBL");
        assertThat(history.holderBefore(minute(21))).isEqualTo("LBS");
    }

    @Test
    void a_desk_takes_an_event_back_by_its_own_id() {
        Fact wrong = new Fact(
                "hornbill-lbl",
                "IN1",
                EventKind.RESOLVED,
                minute(5),
                0,
                false,
                Said.NOTHING,
                Detail.titled("wrong"),
                null,
                null,
                null,
                "ev-7");
        Fact correction = new Fact(
                "hornbill-lbl",
                "IN1",
                EventKind.CORRECTED,
                minute(6),
                0,
                false,
                Said.NOTHING,
                Detail.NOTHING,
                null,
                null,
                "ev-7",
                null);
        History history = History.of(
                List.of(correction, wrong, fact(EventKind.LOGGED, 0, partner("LBL"), Detail.titled("right"))));
        assertThat(history.life().status()).isEqualTo(TicketStatus.NEW);
        assertThat(history.detail().title()).isEqualTo("right");
    }

    @Test
    void facts_are_the_same_only_when_everything_about_them_is() {
        Fact one = fact(EventKind.LOGGED, 0, partner("LBL"), Detail.titled("ab"));
        assertThat(one.id())
                .isEqualTo(fact(EventKind.LOGGED, 0, partner("LBL"), Detail.titled("ab"))
                        .id());
        assertThat(one.id())
                .isNotEqualTo(fact(EventKind.LOGGED, 1, partner("LBL"), Detail.titled("ab"))
                        .id())
                .isNotEqualTo(fact(EventKind.STARTED, 0, partner("LBL"), Detail.titled("ab"))
                        .id())
                .isNotEqualTo(fact(EventKind.LOGGED, 0, partner("LBS"), Detail.titled("ab"))
                        .id())
                .isNotEqualTo(fact(EventKind.LOGGED, 0, partner("LBL"), Detail.titled("abc"))
                        .id())
                .isNotEqualTo(fact(EventKind.LOGGED, 0, partner("LBL"), Detail.NOTHING)
                        .id());
    }

    /** Imports know what they have by these names; a file of last year is sent again. */
    @Test
    void a_fact_that_says_nothing_new_keeps_the_name_it_always_had() {
        Fact old = fact(EventKind.LOGGED, 0, partner("LBL"), Detail.titled("no mail"));
        assertThat(old.id()).isEqualTo("d70fd4f953206ff49c09a118b5982c73");
        Detail more = new Detail("no mail", null, null, null, null, new Handling("EMAIL", null, null, null));
        assertThat(fact(EventKind.LOGGED, 0, partner("LBL"), more).id()).isNotEqualTo(old.id());
        Detail other = new Detail("no mail", null, null, null, null, new Handling(null, "EMAIL", null, null));
        assertThat(fact(EventKind.LOGGED, 0, partner("LBL"), other).id())
                .isNotEqualTo(fact(EventKind.LOGGED, 0, partner("LBL"), more).id());
    }

    @Test
    void how_a_ticket_is_dealt_with_is_what_was_said_last_and_the_reason_stays_with_its_event() {
        History history = History.of(List.of(
                fact(EventKind.LOGGED, 0, partner("LBL"), Detail.of(new Handling("EMAIL", null, "by mail", null))),
                fact(EventKind.ASSIGNED, 5, Said.NOTHING, Detail.of(new Handling(null, "agent-7", null, null))),
                fact(EventKind.CATEGORISED, 9, Said.NOTHING, Detail.of(new Handling("PAYROLL", null, null, null)))));
        assertThat(history.detail().handled()).isEqualTo(new Handling("PAYROLL", "agent-7", null, null));
    }

    @Test
    void a_text_that_moves_to_the_next_field_is_another_fact() {
        Said queueAb = new Said(null, null, null, "ab", "c", null);
        Said queueA = new Said(null, null, null, "a", "bc", null);
        assertThat(fact(EventKind.CATEGORISED, 0, queueAb, Detail.NOTHING).id())
                .isNotEqualTo(
                        fact(EventKind.CATEGORISED, 0, queueA, Detail.NOTHING).id());
    }

    private static Said partner(String code) {
        return Said.NOTHING.withPartner(code);
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    private static Fact fact(EventKind kind, int minute, Said said, Detail detail) {
        return new Fact("hornbill-lbl", "IN1", kind, minute(minute), 0, false, said, detail, null, null, null, null);
    }
}
