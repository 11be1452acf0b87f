package uk.jointdesk.incident.correction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.correction.domain.CorrectionRefused.Reason;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

class CorrectionTest {

    private static final Instant NINE = Instant.parse("2021-06-07T09:00:00Z");
    private static final Ticket.Identity TICKET = new Ticket.Identity("LBL-0000001", null, null);

    private final Fact logged = fact(0, EventKind.LOGGED, 0);
    private final Fact resolved = fact(1, EventKind.RESOLVED, 60);
    private final History history = History.of(List.of(logged, resolved));

    @Test
    void a_resolution_taken_back_leaves_the_ticket_where_it_stood() throws CorrectionRefused {
        History corrected = history.with(take(history, resolved.id(), null));
        assertThat(corrected.life().status()).isEqualTo(TicketStatus.NEW);
        assertThat(corrected.superseded()).containsExactly(resolved.id());
    }

    @Test
    void an_event_with_the_wrong_time_is_replaced_by_one_with_the_right_time() throws CorrectionRefused {
        Instant right = NINE.plusSeconds(1_800);
        List<Fact> facts = take(history, resolved.id(), new Correction.Replacement(right, Said.NOTHING, null));
        assertThat(facts).extracting(Fact::kind).containsExactly(EventKind.CORRECTED, EventKind.RESOLVED);
        assertThat(history.with(facts).life().resolvedAt()).contains(right);
    }

    @Test
    void a_correction_can_be_taken_back_and_then_the_event_holds_again() throws CorrectionRefused {
        List<Fact> first = take(history, resolved.id(), null);
        History corrected = history.with(first);
        History restored = corrected.with(take(corrected, first.get(0).id(), null));
        assertThat(restored.life().status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(restored.superseded()).containsExactly(first.get(0).id());
    }

    @Test
    void what_is_taken_back_already_or_is_no_event_of_the_ticket_is_refused() throws CorrectionRefused {
        History corrected = history.with(take(history, resolved.id(), null));
        refused(Reason.EVENT_SUPERSEDED, corrected, resolved.id(), null);
        refused(Reason.EVENT_UNKNOWN, history, "0123456789abcdef0123456789abcdef", null);
    }

    @Test
    void a_ticket_is_not_left_without_its_beginning() throws CorrectionRefused {
        refused(Reason.LOGGED_NEEDED, history, logged.id(), null);
        Instant earlier = NINE.minusSeconds(600);
        List<Fact> facts = take(history, logged.id(), new Correction.Replacement(earlier, Said.NOTHING, null));
        assertThat(history.with(facts).life().loggedAt()).contains(earlier);
        assertThat(history.with(facts).life().holder()).isEqualTo("LBL");
    }

    @Test
    void nothing_stands_in_the_place_of_a_correction() throws CorrectionRefused {
        List<Fact> first = take(history, resolved.id(), null);
        refused(
                Reason.NOTHING_TO_REPLACE,
                history.with(first),
                first.get(0).id(),
                new Correction.Replacement(null, Said.NOTHING, null));
    }

    private static void refused(Reason reason, History history, String id, Correction.Replacement instead) {
        assertThatExceptionOfType(CorrectionRefused.class)
                .isThrownBy(() -> take(history, id, instead))
                .matches(refusal -> refusal.reason() == reason, reason.name());
    }

    private static List<Fact> take(History history, String id, Correction.Replacement instead)
            throws CorrectionRefused {
        return new Correction(id, "told by mistake", instead).facts(TICKET, history, NINE.plusSeconds(7_200));
    }

    private static Fact fact(long sequence, EventKind kind, int minute) {
        Said said = kind == EventKind.LOGGED ? Said.NOTHING.withPartner("LBL") : Said.NOTHING;
        return Fact.here(TICKET, sequence, kind, NINE.plusSeconds(60L * minute), said, Detail.NOTHING, null, null);
    }
}
