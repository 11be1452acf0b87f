package uk.jointdesk.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.HouseRules;
import uk.jointdesk.servicelevel.London;
import uk.jointdesk.servicelevel.Ticket;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.FirstResponse;
import uk.jointdesk.servicelevel.target.Target;

/** Section D of the scenarios from bug reports of other desks: the response clock. */
class ResponseScenariosTest {

    private final ServiceLevelRules rules = withinAnHour().rules();

    @Test // https://github.com/Zammad/zammad/issues/1620
    void tc29_the_first_answer_is_the_response_and_a_second_one_changes_nothing() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2").tell(EventKind.RESPONDED, "2021-06-07 09:40");
        Verdict first = judged(ticket, "2021-06-07 09:40");
        assertThat(first.state()).isEqualTo(SlaState.MET);
        assertThat(first.consumedMinutes()).isEqualTo(40);

        ticket.tell(EventKind.RESPONDED, "2021-06-07 15:00");
        assertThat(respondedAt(ticket)).contains(at("2021-06-07 09:40"));
        assertThat(judged(ticket, "2021-06-08 12:00")).isEqualTo(first);
    }

    @Test // https://github.com/frappe/helpdesk/issues/1607
    void tc29_resolving_without_a_word_is_the_response() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2").resolved("2021-06-07 09:50");

        assertThat(respondedAt(ticket)).contains(at("2021-06-07 09:50"));
        assertThat(judged(ticket, "2021-06-07 12:00").state()).isEqualTo(SlaState.MET);
    }

    @Test // https://github.com/chatwoot/chatwoot/issues/10178
    void tc29_an_answer_after_a_reopening_is_not_the_first_one() {
        HouseRules anew = withinAnHour().reopen(ReopenReading.RESET);
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2")
                .resolved("2021-06-07 09:50")
                .reopened("2021-06-08 09:00")
                .tell(EventKind.RESPONDED, "2021-06-08 15:00");

        assertThat(respondedAt(ticket)).contains(at("2021-06-07 09:50"));
        assertThat(SlaClock.read(Metric.RESPONSE, ticket.life(), anew.rules(), at("2021-06-08 16:00"))
                        .consumedMinutes())
                .isEqualTo(50);
    }

    @Test // https://github.com/fivetran/dbt_zendesk/pull/273
    void tc29_logging_a_ticket_on_a_users_behalf_is_not_a_response() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2").tell(EventKind.ASSIGNED, "2021-06-07 09:00");

        assertThat(respondedAt(ticket)).isEmpty();
        Verdict waiting = judged(ticket, "2021-06-07 09:30");
        assertThat(waiting.state()).isEqualTo(SlaState.RUNNING);
        assertThat(waiting.dueAt()).contains(at("2021-06-07 10:00"));
        assertThat(judged(ticket, "2021-06-07 10:01").state()).isEqualTo(SlaState.BREACHED);
    }

    @Test
    void an_answer_that_is_taken_back_was_none() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2")
                .tell(TicketEvent.of(EventKind.RESPONDED, London.at("2021-06-07 09:10"))
                        .id("automatic"))
                .tell(EventKind.RESPONDED, "2021-06-07 11:10")
                .tell(TicketEvent.of(EventKind.CORRECTED, London.at("2021-06-07 12:00"))
                        .supersedes("automatic"));

        assertThat(respondedAt(ticket)).contains(at("2021-06-07 11:10"));
        assertThat(judged(ticket, "2021-06-07 12:00").state()).isEqualTo(SlaState.BREACHED);
    }

    @Test
    void a_hold_that_stops_the_clock_stops_the_response_too() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2").onHold("2021-06-07 09:30");
        assertThat(judged(ticket, "2021-06-09 12:00").state()).isEqualTo(SlaState.PAUSED);

        ticket.resumed("2021-06-09 12:00").tell(EventKind.RESPONDED, "2021-06-09 12:20");
        assertThat(judged(ticket, "2021-06-09 13:00").consumedMinutes()).isEqualTo(50);
    }

    @Test
    void a_change_of_priority_after_the_answer_leaves_the_response_alone() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P3")
                .tell(EventKind.RESPONDED, "2021-06-07 12:00")
                .priority("2021-06-07 13:00", "P2");

        assertThat(judged(ticket, "2021-06-07 14:00").targetMinutes()).hasValue(300);
        assertThat(judged(ticket, "2021-06-07 14:00").state()).isEqualTo(SlaState.MET);
        Ticket unanswered = Ticket.logged("2021-06-07 09:00", "P3").priority("2021-06-07 13:00", "P2");
        assertThat(judged(unanswered, "2021-06-07 13:00").state()).isEqualTo(SlaState.BREACHED);
    }

    @Test
    void a_cancelled_ticket_has_nothing_left_to_judge() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2").cancelled("2021-06-07 15:00");

        assertThat(judged(ticket, "2021-06-08 09:00").state()).isEqualTo(SlaState.CANCELLED);
        assertThat(respondedAt(ticket)).isEmpty();
    }

    @Test
    void where_no_response_is_promised_its_time_is_known_all_the_same() {
        ServiceLevelRules silent = HouseRules.standard().rules();
        Ticket ticket = Ticket.logged("2021-06-04 17:30", "P2").tell(EventKind.RESPONDED, "2021-06-07 08:15");
        Verdict verdict = SlaClock.read(Metric.RESPONSE, ticket.life(), silent, at("2021-06-07 09:00"));

        assertThat(verdict.state()).isEqualTo(SlaState.NO_TARGET);
        assertThat(verdict.noTarget()).contains(NoTarget.NO_MATCHING_TARGET);
        assertThat(verdict.targetMinutes()).isEmpty();
        assertThat(verdict.consumedMinutes()).isEqualTo(45);
        assertThat(verdict.segments())
                .extracting(Segment::kind)
                .containsExactly(Segment.Kind.WORKING, Segment.Kind.CLOSED_HOURS, Segment.Kind.WORKING);
    }

    private static HouseRules withinAnHour() {
        return HouseRules.standard()
                .responseTarget("P2", new Target.ServiceMinutes(60))
                .responseTarget("P3", new Target.ServiceMinutes(300));
    }

    private Verdict judged(Ticket ticket, String asAt) {
        return SlaClock.read(Metric.RESPONSE, ticket.life(), rules, at(asAt));
    }

    private static Optional<Instant> respondedAt(Ticket ticket) {
        return ticket.life().firstResponse().map(FirstResponse::at);
    }
}
