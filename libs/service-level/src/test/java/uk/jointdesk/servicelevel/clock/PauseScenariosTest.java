package uk.jointdesk.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.HouseRules;
import uk.jointdesk.servicelevel.Ticket;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.servicelevel.target.Target;

/** Section B of the scenarios from bug reports of other desks: pauses. */
class PauseScenariosTest {

    private final ServiceLevelRules rules = HouseRules.standard().rules();

    @Test // https://github.com/glpi-project/glpi/issues/10594
    void tc15_a_pause_over_a_weekend_adds_its_service_time_and_not_its_65_hours() {
        ServiceLevelRules tenHours = HouseRules.standard()
                .target("P2", new Target.ServiceMinutes(600))
                .rules();
        Verdict verdict = Ticket.logged("2022-02-04 10:00", "P2")
                .onHold("2022-02-04 16:00")
                .resumed("2022-02-07 09:00")
                .judged(tenHours, "2022-02-07 09:00");

        assertThat(verdict.explanation().pausedService()).isEqualTo(Duration.ofMinutes(180));
        assertThat(verdict.segments())
                .filteredOn(segment -> segment.kind() == Segment.Kind.PAUSED)
                .extracting(Segment::length)
                .containsExactly(Duration.ofHours(65));
        assertThat(verdict.dueAt()).contains(at("2022-02-07 13:00"));
    }

    @Test // https://github.com/glpi-project/glpi/issues/6902, https://github.com/glpi-project/glpi/pull/16383
    void tc17_a_pause_is_kept_when_the_priority_changes() {
        Verdict raised = pausedForTwoDays().priority("2021-06-09 11:00", "P2").judged(rules, "2021-06-09 11:00");

        assertThat(raised.consumedMinutes()).isEqualTo(120);
        assertThat(raised.state()).isEqualTo(SlaState.RUNNING);
        assertThat(raised.dueAt()).contains(at("2021-06-09 17:00"));
        assertThat(pausedForTwoDays().judged(rules, "2021-06-09 11:00").dueAt()).contains(at("2021-06-11 09:00"));
    }

    @Test // https://github.com/glpi-project/glpi/issues/24481, ServiceNow KB0550783
    void tc19_a_paused_ticket_has_no_due_instant_and_does_not_breach() {
        Verdict verdict = Ticket.logged("2021-06-07 08:00", "P2")
                .onHold("2021-06-07 10:00")
                .judged(rules, "2021-06-08 12:00");

        assertThat(verdict.state()).isEqualTo(SlaState.PAUSED);
        assertThat(verdict.consumedMinutes()).isEqualTo(120);
        assertThat(verdict.remainingMinutes()).hasValue(360);
        assertThat(verdict.dueAt()).isEmpty();
        assertThat(verdict.dueIfResumedNow()).contains(at("2021-06-08 18:00"));
        assertThat(verdict.breachedAt()).isEmpty();
    }

    @Test // https://github.com/glpi-project/glpi/issues/23356
    void tc21_a_ticket_created_on_hold_has_used_nothing() {
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P2").onHold("2021-06-07 08:00");

        Verdict atOnce = ticket.judged(rules, "2021-06-07 08:00");
        assertThat(atOnce.state()).isEqualTo(SlaState.PAUSED);
        assertThat(atOnce.consumed()).isZero();
        assertThat(atOnce.dueIfResumedNow()).contains(at("2021-06-07 16:00"));
        assertThat(ticket.judged(rules, "2021-06-30 08:00").consumed()).isZero();
    }

    @Test
    void tc21_telling_the_same_creation_again_changes_nothing() {
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P2").onHold("2021-06-07 08:00");
        List<TicketEvent> twice = Stream.concat(ticket.events().stream(), ticket.events().stream())
                .toList();

        assertThat(SlaClock.read(TicketLife.of(twice), rules, at("2021-06-08 08:00")))
                .isEqualTo(ticket.judged(rules, "2021-06-08 08:00"));
    }

    @Test
    void pauses_that_overlap_count_once() {
        Verdict verdict = Ticket.logged("2021-06-07 09:00", "P2")
                .onHold("2021-06-07 10:00", "AWAITING_USER")
                .onHold("2021-06-07 11:00", "AWAITING_SUPPLIER")
                .resumed("2021-06-07 12:00")
                .resumed("2021-06-07 12:30")
                .judged(rules, "2021-06-07 13:00");

        assertThat(verdict.consumedMinutes()).isEqualTo(120);
        assertThat(verdict.segments())
                .extracting(Segment::detail)
                .isEqualTo(List.of("", "AWAITING_USER", "AWAITING_SUPPLIER", ""));
    }

    @Test
    void a_hold_for_another_reason_does_not_stop_the_clock() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2").onHold("2021-06-07 10:00", "WAITING_FOR_GODOT");

        assertThat(ticket.judged(rules, "2021-06-07 12:00").state()).isEqualTo(SlaState.RUNNING);
        assertThat(ticket.judged(rules, "2021-06-07 12:00").consumedMinutes()).isEqualTo(180);
    }

    @Test
    void the_agreement_says_which_reasons_stop_the_clock() {
        ServiceLevelRules supplierOnly =
                HouseRules.standard().stopping(HoldReason.AWAITING_SUPPLIER).rules();
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2")
                .onHold("2021-06-07 10:00", "AWAITING_USER")
                .onHold("2021-06-07 11:00", "AWAITING_SUPPLIER");

        assertThat(ticket.judged(supplierOnly, "2021-06-07 12:00").consumedMinutes())
                .isEqualTo(120);
        assertThat(ticket.judged(rules, "2021-06-07 12:00").consumedMinutes()).isEqualTo(60);
    }

    @Test
    void a_breached_ticket_on_hold_reads_breached() {
        Verdict verdict = Ticket.logged("2021-06-07 09:00", "P1")
                .onHold("2021-06-07 14:00")
                .judged(rules, "2021-06-07 15:00");

        assertThat(verdict.state()).isEqualTo(SlaState.BREACHED);
        assertThat(verdict.breachedAt()).contains(at("2021-06-07 13:00"));
        assertThat(verdict.dueIfResumedNow()).isEmpty();
    }

    private static Ticket pausedForTwoDays() {
        return Ticket.logged("2021-06-07 09:00", "P3")
                .onHold("2021-06-07 10:00")
                .resumed("2021-06-09 10:00");
    }
}
