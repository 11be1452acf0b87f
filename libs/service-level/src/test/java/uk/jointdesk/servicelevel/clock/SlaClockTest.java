package uk.jointdesk.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.HouseRules;
import uk.jointdesk.servicelevel.Ticket;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.target.Percent;

class SlaClockTest {

    private final ServiceLevelRules rules = HouseRules.standard().rules();

    @Test
    void a_millisecond_decides_between_met_and_breached() {
        Instant logged = at("2021-06-07 09:00");
        assertThat(resolvedAfter(logged, Duration.ofMinutes(240)).state()).isEqualTo(SlaState.MET);
        Verdict late = resolvedAfter(logged, Duration.ofMinutes(240).plusMillis(1));

        assertThat(late.state()).isEqualTo(SlaState.BREACHED);
        assertThat(late.consumedMinutes()).isEqualTo(240);
        assertThat(late.breachedAt()).contains(at("2021-06-07 13:00"));
    }

    @Test
    void reopening_resumes_the_clock_and_time_in_resolved_is_not_counted() {
        Verdict verdict = reopened().judged(rules, "2021-06-08 11:00");

        assertThat(verdict.consumedMinutes()).isEqualTo(120 + 60);
        assertThat(verdict.dueAt()).contains(at("2021-06-08 12:00"));
        assertThat(verdict.segments())
                .filteredOn(segment -> segment.kind() == Segment.Kind.RESOLVED)
                .extracting(Segment::length)
                .containsExactly(Duration.ofHours(23));
    }

    @Test
    void an_agreement_may_begin_anew_or_judge_the_first_resolution_and_the_explanation_shows_all_three() {
        for (ReopenReading reading : ReopenReading.values()) {
            Verdict verdict =
                    reopened().judged(HouseRules.standard().reopen(reading).rules(), "2021-06-08 11:00");
            assertThat(verdict.outcome()).isEqualTo(verdict.byReopen().get(reading));
            assertThat(verdict.byReopen().get(ReopenReading.RESUME).consumed()).isEqualTo(Duration.ofMinutes(180));
            assertThat(verdict.byReopen().get(ReopenReading.RESET).consumed()).isEqualTo(Duration.ofMinutes(60));
            assertThat(verdict.byReopen().get(ReopenReading.RESET).dueAt()).contains(at("2021-06-08 14:00"));
            assertThat(verdict.byReopen().get(ReopenReading.FIRST).consumed()).isEqualTo(Duration.ofMinutes(120));
            assertThat(verdict.byReopen().get(ReopenReading.FIRST).state()).isEqualTo(SlaState.MET);
        }
    }

    @Test
    void a_breach_that_a_new_priority_undoes_stays_listed() {
        Verdict verdict = Ticket.logged("2021-06-07 09:00", "P1")
                .priority("2021-06-07 15:00", "P3")
                .judged(rules, "2021-06-07 16:00");

        assertThat(verdict.state()).isEqualTo(SlaState.RUNNING);
        assertThat(verdict.breachedAt()).isEmpty();
        assertThat(verdict.formerBreaches())
                .containsExactly(new FormerBreach(
                        at("2021-06-07 13:00"), Duration.ofMinutes(240), "P1", "LBL", at("2021-06-07 15:00")));
    }

    @Test
    void a_breach_before_a_clock_that_begins_anew_stays_listed() {
        Verdict verdict = Ticket.logged("2021-06-07 09:00", "P1")
                .resolved("2021-06-07 14:00")
                .reopened("2021-06-07 15:00")
                .judged(HouseRules.standard().reopen(ReopenReading.RESET).rules(), "2021-06-07 16:00");

        assertThat(verdict.state()).isEqualTo(SlaState.RUNNING);
        assertThat(verdict.formerBreaches()).extracting(FormerBreach::at).containsExactly(at("2021-06-07 13:00"));
    }

    @Test
    void a_breach_undone_in_the_breath_of_the_resolution_stays_listed() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P1")
                .tell(TicketEvent.of(EventKind.RESOLVED, at("2021-06-07 15:00")).priority("P3"));
        Verdict verdict = ticket.judged(rules, "2021-06-08 09:00");

        assertThat(verdict.state()).isEqualTo(SlaState.MET);
        assertThat(verdict.formerBreaches()).extracting(FormerBreach::priority).containsExactly("P1");
    }

    @Test
    void what_becomes_known_after_the_resolution_does_not_judge_it() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P1")
                .resolved("2021-06-07 15:00")
                .priority("2021-06-07 16:00", "P3");

        assertThat(ticket.judged(rules, "2021-06-08 09:00").state()).isEqualTo(SlaState.BREACHED);
    }

    @Test
    void a_cancelled_or_merged_ticket_is_not_judged() {
        Verdict cancelled = Ticket.logged("2021-06-07 09:00", "P1")
                .cancelled("2021-06-07 15:00")
                .judged(rules, "2021-06-08 09:00");
        assertThat(cancelled.state()).isEqualTo(SlaState.CANCELLED);
        assertThat(cancelled.dueAt()).isEmpty();
        assertThat(cancelled.breachedAt()).isEmpty();
        assertThat(cancelled.consumedMinutes()).isEqualTo(360);

        Verdict merged = Ticket.logged("2021-06-07 09:00", "P9")
                .tell(EventKind.MERGED, "2021-06-07 10:00")
                .judged(rules, "2021-06-08 09:00");
        assertThat(merged.state()).isEqualTo(SlaState.CANCELLED);
    }

    @Test
    void a_ticket_that_nothing_covers_has_no_target_and_says_why() {
        Verdict queue = Ticket.logged("2021-06-07 09:00", "P1")
                .tell(TicketEvent.of(EventKind.ASSIGNED, at("2021-06-07 09:10")).queue("Application Team - Revenues"))
                .judged(rules, "2021-06-07 10:00");
        assertThat(queue.state()).isEqualTo(SlaState.NO_TARGET);
        assertThat(queue.noTarget()).contains(NoTarget.NOT_COVERED);
        assertThat(queue.targetMinutes()).isEmpty();
        assertThat(queue.grounds()).isEmpty();

        Verdict tooEarly = Ticket.logged("2014-06-09 09:00", "P1").judged(rules, "2021-06-07 10:00");
        assertThat(tooEarly.noTarget()).contains(NoTarget.NOT_COVERED);
        Verdict unheardOf = Ticket.logged("2021-06-07 09:00", "P7").judged(rules, "2021-06-07 10:00");
        assertThat(unheardOf.noTarget()).contains(NoTarget.NO_MATCHING_TARGET);
        Verdict notYet = Ticket.logged("2021-06-07 09:00", "P1").judged(rules, "2021-06-07 08:59");
        assertThat(notYet.noTarget()).contains(NoTarget.NOT_LOGGED);
    }

    @Test
    void time_before_there_was_a_partner_counts_by_the_hours_of_the_partner_that_is_judged() {
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P2");
        Ticket unattributed = Ticket.logged("2021-06-07 10:00", "P2")
                .tell(TicketEvent.of(EventKind.STARTED, at("2021-06-07 09:00"))
                        .snapshot()
                        .priority("P2"));

        assertThat(unattributed.judged(rules, "2021-06-07 12:00").consumed())
                .isEqualTo(ticket.judged(rules, "2021-06-07 12:00").consumed());
    }

    @Test
    void an_escalation_that_the_clock_never_reached_has_no_instant() {
        ServiceLevelRules escalating = HouseRules.standard()
                .escalating(
                        new EscalationThreshold.AtPercent(Percent.of(50)),
                        new EscalationThreshold.AtPercent(Percent.of(150)),
                        new EscalationThreshold.BeforeDue(1_000))
                .rules();
        Ticket ticket = Ticket.logged("2021-06-07 09:00", "P1").onHold("2021-06-07 12:00");

        assertThat(ticket.judged(escalating, "2021-06-07 15:00").escalations())
                .extracting(point -> point.at().orElse(null))
                .containsExactly(at("2021-06-07 11:00"), null, at("2021-06-07 09:00"));
        assertThat(ticket.judged(escalating, "2021-06-07 11:30")
                        .escalations()
                        .get(1)
                        .at())
                .contains(at("2021-06-07 15:00"));
    }

    @Test
    void the_grounds_name_agreement_rule_and_calendar_with_their_versions() {
        Grounds grounds = Ticket.logged("2021-06-07 09:00", "P1")
                .judged(rules, "2021-06-07 10:00")
                .grounds()
                .orElseThrow();

        assertThat(grounds.agreement()).isEqualTo("IAA");
        assertThat(grounds.agreementVersion()).isEqualTo(1);
        assertThat(grounds.rule().percent()).isEqualTo(Percent.of(95));
        assertThat(grounds.calendar()).isEqualTo("STD");
        assertThat(grounds.calendarVersion()).isEqualTo("2015-01-01");
        assertThat(grounds.attributes().partner()).isEqualTo("LBL");
    }

    @Test
    void a_transfer_under_from_change_begins_the_new_partners_clock() {
        Verdict verdict = Ticket.logged("2021-06-07 09:00", "P2")
                .transferred("2021-06-07 15:00", "LBS")
                .judged(HouseRules.standard().changes(ChangePolicy.FROM_CHANGE).rules(), "2021-06-07 16:00");

        assertThat(verdict.consumedMinutes()).isEqualTo(60);
        assertThat(verdict.byPolicy().get(ChangePolicy.RETROACTIVE).consumed()).isEqualTo(Duration.ofHours(7));
    }

    private static Ticket reopened() {
        return Ticket.logged("2021-06-07 09:00", "P1")
                .resolved("2021-06-07 11:00")
                .reopened("2021-06-08 10:00");
    }

    private Verdict resolvedAfter(Instant logged, Duration elapsed) {
        return Ticket.logged(logged, "P1")
                .tell(TicketEvent.of(EventKind.RESOLVED, logged.plus(elapsed)))
                .judged(rules, "2021-06-08 09:00");
    }
}
