package uk.jointdesk.servicelevel.clock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;

import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.HouseRules;
import uk.jointdesk.servicelevel.London;
import uk.jointdesk.servicelevel.Ticket;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;

/** Section C of the scenarios from bug reports of other desks: changes of priority, category and partner. */
class ChangeScenariosTest {

    private final ServiceLevelRules retroactive = HouseRules.standard().rules();
    private final ServiceLevelRules fromChange =
            HouseRules.standard().changes(ChangePolicy.FROM_CHANGE).rules();

    @Test // https://community.hornbill.com/topic/11954-sla-does-not-update-when-escalating-priority/
    void tc23_a_raised_priority_brings_its_target_with_it_and_time_used_counts() {
        Verdict verdict = raisedAtNoon().judged(retroactive, "2021-06-07 12:00");

        assertThat(Ticket.logged("2021-06-07 09:00", "P3")
                        .judged(retroactive, "2021-06-07 09:00")
                        .dueAt())
                .contains(at("2021-06-09 09:00"));
        assertThat(verdict.dueAt()).contains(at("2021-06-07 13:00"));
        assertThat(verdict.consumedMinutes()).isEqualTo(180);
        assertThat(verdict.remainingMinutes()).hasValue(60);
    }

    @Test
    void tc23_an_agreement_may_let_the_new_target_begin_with_the_change() {
        Verdict verdict = raisedAtNoon().judged(fromChange, "2021-06-07 12:00");

        assertThat(verdict.dueAt()).contains(at("2021-06-07 16:00"));
        assertThat(verdict.consumed()).isZero();
    }

    @Test
    void tc23_the_explanation_shows_both_readings_whichever_the_agreement_chose() {
        for (ServiceLevelRules rules : new ServiceLevelRules[] {retroactive, fromChange}) {
            Verdict verdict = raisedAtNoon().judged(rules, "2021-06-07 12:00");
            assertThat(verdict.byPolicy().get(ChangePolicy.RETROACTIVE).dueAt()).contains(at("2021-06-07 13:00"));
            assertThat(verdict.byPolicy().get(ChangePolicy.FROM_CHANGE).dueAt()).contains(at("2021-06-07 16:00"));
        }
    }

    @Test
    void tc23_going_to_another_priority_and_back_resets_nothing() {
        Ticket flapping = Ticket.logged("2021-06-07 09:00", "P1")
                .priority("2021-06-07 11:00", "P3")
                .priority("2021-06-07 12:00", "P1");

        assertThat(flapping.judged(retroactive, "2021-06-07 12:30").consumedMinutes())
                .isEqualTo(210);
        assertThat(flapping.judged(fromChange, "2021-06-07 12:30").consumedMinutes())
                .isEqualTo(150);
    }

    @Test // https://github.com/LanternOps/breeze/issues/6691
    void tc25_a_priority_set_the_next_day_is_judged_from_the_opening_on() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P3")
                .tell(TicketEvent.of(EventKind.CATEGORISED, at("2021-06-08 09:00"))
                        .category("Network/VPN")
                        .priority("P2"));

        assertThat(ticket.judged(retroactive, "2021-06-07 18:00").targetMinutes())
                .hasValue(1_200);
        Verdict categorised = ticket.judged(retroactive, "2021-06-08 09:00");
        assertThat(categorised.targetMinutes()).hasValue(480);
        assertThat(categorised.consumedMinutes()).isEqualTo(600);
        assertThat(categorised.breachedAt()).contains(at("2021-06-07 17:00"));
    }

    @Test
    void tc25_a_ticket_without_priority_has_no_target_until_it_gets_one() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", null).priority("2021-06-08 09:00", "P2");

        Verdict before = ticket.judged(retroactive, "2021-06-07 18:00");
        assertThat(before.state()).isEqualTo(SlaState.NO_TARGET);
        assertThat(before.noTarget()).contains(NoTarget.NO_MATCHING_TARGET);
        assertThat(ticket.judged(retroactive, "2021-06-08 09:00").breachedAt()).contains(at("2021-06-07 17:00"));
    }

    @Test // https://github.com/glpi-project/glpi/pull/8712, https://github.com/zammad/zammad/issues/5624
    void tc27_time_before_a_transfer_keeps_the_old_partners_hours() {
        ServiceLevelRules rules =
                HouseRules.standard().calendar("LBS", nineToFive()).rules();
        Verdict verdict = Ticket.logged("2021-06-07 16:00", "P2")
                .transferred("2021-06-08 10:00", "LBS")
                .judged(rules, "2021-06-08 10:00");

        assertThat(verdict.consumedMinutes()).isEqualTo(240);
        assertThat(verdict.dueAt()).contains(at("2021-06-08 14:00"));
        assertThat(verdict.grounds().orElseThrow().calendar()).isEqualTo("SOUTHWARK");
    }

    @Test
    void tc27_a_whole_life_under_either_partner_would_be_due_at_another_time() {
        ServiceLevelRules allLewisham = HouseRules.standard().rules();
        ServiceLevelRules allSouthwark =
                HouseRules.standard().calendar("LBL", nineToFive()).rules();
        Ticket ticket = Ticket.logged("2021-06-07 16:00", "P2");

        assertThat(ticket.judged(allLewisham, "2021-06-08 10:00").dueAt()).contains(at("2021-06-08 14:00"));
        assertThat(ticket.judged(allSouthwark, "2021-06-08 10:00").dueAt()).contains(at("2021-06-08 16:00"));
    }

    @Test
    void tc27_a_target_that_the_new_partner_does_not_have_disappears() {
        Ticket ticket = Ticket.logged("2021-06-07 16:00", "P2").transferred("2021-06-08 10:00", "LGA");

        Verdict verdict = ticket.judged(retroactive, "2021-06-08 10:00");
        assertThat(verdict.state()).isEqualTo(SlaState.NO_TARGET);
        assertThat(verdict.noTarget()).contains(NoTarget.NOT_COVERED);
    }

    private static Ticket raisedAtNoon() {
        return Ticket.logged("2021-06-07 09:00", "P3").priority("2021-06-07 12:00", "P1");
    }

    private static WorkingCalendar nineToFive() {
        return WorkingCalendar.named("SOUTHWARK", London.ZONE)
                .open(MONDAY, FRIDAY, "09:00", "17:00")
                .build();
    }
}
