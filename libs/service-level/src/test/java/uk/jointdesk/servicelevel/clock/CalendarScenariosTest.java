package uk.jointdesk.servicelevel.clock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;
import static uk.jointdesk.servicelevel.London.day;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.HouseRules;
import uk.jointdesk.servicelevel.London;
import uk.jointdesk.servicelevel.Ticket;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.calendar.BankHolidays;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.Window;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.servicelevel.target.Target.Reading;

/** Section A of the scenarios from bug reports of other desks: calendar arithmetic. */
class CalendarScenariosTest {

    private final ServiceLevelRules office = HouseRules.standard().rules();

    @Test // https://github.com/zammad/zammad/issues/390
    void tc01_a_target_that_runs_out_at_closing_before_a_holiday_weekend_is_due_at_closing() {
        ServiceLevelRules rules = nineToNineEveryDay();
        Verdict verdict = Ticket.logged("2021-03-31 23:00", "P2").judged(rules, "2021-04-05 12:00");

        assertThat(verdict.dueAt()).contains(at("2021-04-06 21:00")).contains(Instant.parse("2021-04-06T20:00:00Z"));
        assertThat(verdict.segments())
                .filteredOn(segment -> segment.kind() == Segment.Kind.HOLIDAY)
                .extracting(Segment::detail)
                .containsExactly(
                        "Good Friday (common law holiday)",
                        "Easter Monday (Banking and Financial Dealings Act 1971, Schedule 1)");
    }

    @Test
    void tc01_it_is_met_until_service_time_passes_again_and_breached_by_one_minute_after() {
        ServiceLevelRules rules = nineToNineEveryDay();

        Verdict thatEvening = resolved(rules, "2021-03-31 23:00", "2021-04-06 21:30");
        assertThat(thatEvening.state()).isEqualTo(SlaState.MET);
        assertThat(thatEvening.consumedMinutes()).isEqualTo(2_880);
        Verdict atOpening = resolved(rules, "2021-03-31 23:00", "2021-04-07 09:00");
        assertThat(atOpening.state()).isEqualTo(SlaState.MET);
        assertThat(atOpening.consumedMinutes()).isEqualTo(2_880);
        Verdict aMinuteLater = resolved(rules, "2021-03-31 23:00", "2021-04-07 09:01");
        assertThat(aMinuteLater.state()).isEqualTo(SlaState.BREACHED);
        assertThat(aMinuteLater.consumedMinutes()).isEqualTo(2_881);
        assertThat(aMinuteLater.remainingMinutes()).hasValue(-1);
        assertThat(aMinuteLater.breachedAt()).contains(at("2021-04-07 09:00"));
    }

    @Test // https://github.com/glpi-project/glpi/pull/22678
    void tc03_an_escalation_before_the_deadline_follows_the_calendar() {
        ServiceLevelRules rules = HouseRules.standard()
                .escalating(new EscalationThreshold.BeforeDue(60), new EscalationThreshold.AtPercent(Percent.of(75)))
                .rules();
        Verdict verdict = Ticket.logged("2021-06-07 17:00", "P1").judged(rules, "2021-06-07 17:00");

        assertThat(verdict.dueAt()).contains(at("2021-06-08 11:00"));
        assertThat(verdict.escalations())
                .extracting(point -> point.at().orElseThrow())
                .containsExactly(at("2021-06-08 10:00"), at("2021-06-08 10:00"));
    }

    @Test // https://github.com/osTicket/osTicket/issues/6847
    void tc05_a_lunch_break_is_not_service_time() {
        WorkingCalendar withLunch = WorkingCalendar.named("LUNCH", London.ZONE)
                .open(MONDAY, FRIDAY, "09:00", "13:00")
                .open(MONDAY, FRIDAY, "14:00", "18:00")
                .build();
        ServiceLevelRules rules =
                HouseRules.standard().calendar("LBL", withLunch).rules();
        Verdict nextDay = Ticket.logged("2021-06-08 12:30", "P1").judged(rules, "2021-06-09 10:00");

        assertThat(nextDay.dueAt()).contains(at("2021-06-08 17:30"));
        assertThat(nextDay.consumedMinutes()).isEqualTo(330);
        assertThat(nextDay.state()).isEqualTo(SlaState.BREACHED);
        assertThat(nextDay.breachedAt()).contains(at("2021-06-08 17:30"));
    }

    @Test // https://github.com/glpi-project/glpi/issues/687
    void tc07_a_ticket_opened_out_of_hours_uses_time_from_the_opening_on() {
        Verdict verdict = resolved(office, "2021-06-12 12:00", "2021-06-14 09:15");

        assertThat(verdict.consumedMinutes()).isEqualTo(75);
        assertThat(verdict.whollyOutOfHours()).isFalse();
    }

    @Test
    void tc07_a_ticket_that_never_saw_service_hours_is_met_and_flagged() {
        Verdict verdict = resolved(office, "2021-06-12 10:00", "2021-06-12 12:00");

        assertThat(verdict.state()).isEqualTo(SlaState.MET);
        assertThat(verdict.consumed()).isZero();
        assertThat(verdict.segments()).extracting(Segment::minutes).containsExactly(120L);
        assertThat(verdict.whollyOutOfHours()).isTrue();
    }

    @Test // https://github.com/lennym/moment-business-time/issues/58
    void tc09_the_hour_that_is_skipped_in_spring_is_not_service_time() {
        Verdict open = dueRoundTheClock(at("2021-03-28 00:30"), "P1");

        assertThat(open.dueAt()).contains(at("2021-03-28 05:30")).contains(Instant.parse("2021-03-28T04:30:00Z"));
        WorkingCalendar calendar = Calendars.roundTheClock(London.ZONE);
        assertThat(calendar.between(at("2021-03-28 00:49"), at("2021-03-28 02:15")))
                .isEqualTo(Duration.ofMinutes(26));
    }

    @Test // https://github.com/Intrepidd/working_hours/issues/26
    void tc09_the_hour_that_comes_twice_in_autumn_counts_twice() {
        WorkingCalendar calendar = Calendars.roundTheClock(London.ZONE);

        assertThat(calendar.plus(at("2021-10-31 01:30", 1), Duration.ofMinutes(60)))
                .isEqualTo(at("2021-10-31 01:30", 0))
                .isEqualTo(Instant.parse("2021-10-31T01:30:00Z"));
        assertThat(dueRoundTheClock(at("2021-10-31 00:30"), "P1").dueAt()).contains(at("2021-10-31 03:30"));
    }

    @Test // https://github.com/abrain/einsatzverwaltung/issues/200
    void tc09_three_quarters_of_a_target_across_the_clock_change_are_three_real_hours() {
        ServiceLevelRules rules = HouseRules.roundTheClock()
                .escalating(new EscalationThreshold.AtPercent(Percent.of(75)))
                .rules();
        Verdict verdict = Ticket.logged("2021-10-30 23:00", "P1").judged(rules, "2021-10-30 23:00");

        assertThat(verdict.escalations().get(0).at()).contains(Instant.parse("2021-10-31T01:00:00Z"));
    }

    @Test // https://github.com/glpi-project/glpi/issues/6835, https://github.com/frappe/erpnext/issues/20056
    void tc11_a_half_day_before_christmas_closes_early() {
        ServiceLevelRules rules =
                HouseRules.standard().calendar("LBL", halfChristmasEve()).rules();
        Verdict verdict = Ticket.logged("2021-12-23 16:00", "P2").judged(rules, "2021-12-23 16:00");

        assertThat(verdict.dueAt()).contains(at("2021-12-29 09:30"));
    }

    @Test
    void tc11_two_working_days_mean_one_thing_in_service_minutes_and_another_by_date() {
        Verdict minutes = logged23DecemberAtFour(Reading.SERVICE_MINUTES);
        Verdict sameTime = logged23DecemberAtFour(Reading.SAME_TIME);

        assertThat(minutes.targetMinutes()).hasValue(1_200);
        assertThat(minutes.dueAt()).contains(at("2021-12-30 11:30"));
        assertThat(sameTime.dueAt()).contains(at("2021-12-29 16:00"));
    }

    @Test // https://community.hornbill.com/topic/13775-setup-and-configure-timers-in-service-manager/
    void tc13_five_working_days_of_seven_and_a_half_hours_are_2250_minutes_and_not_120_hours() {
        WorkingCalendar shortDays = WorkingCalendar.named("HORNBILL", London.ZONE)
                .open(MONDAY, FRIDAY, "09:00", "16:30")
                .build();
        ServiceLevelRules rules = HouseRules.standard()
                .calendar("LBL", shortDays)
                .target("P4", new Target.WorkingDays(5, Reading.SERVICE_MINUTES))
                .rules();
        Verdict verdict = Ticket.logged("2021-06-07 09:00", "P4").judged(rules, "2021-06-07 09:00");

        assertThat(verdict.targetMinutes()).hasValue(2_250);
        assertThat(verdict.dueAt()).contains(at("2021-06-11 16:30"));
        assertThat(shortDays.plus(at("2021-06-07 09:00"), Duration.ofDays(5))).isEqualTo(at("2021-06-28 16:30"));
    }

    private static ServiceLevelRules nineToNineEveryDay() {
        WorkingCalendar calendar = WorkingCalendar.named("LONG", London.ZONE)
                .open(MONDAY, SUNDAY, "09:00", "21:00")
                .holidays(BankHolidays.englandAndWales())
                .build();
        return HouseRules.standard()
                .calendar("LBL", calendar)
                .target("P2", new Target.ServiceMinutes(48 * 60))
                .rules();
    }

    private static WorkingCalendar halfChristmasEve() {
        return WorkingCalendar.named("STD", London.ZONE)
                .open(MONDAY, FRIDAY, "08:00", "18:00")
                .holidays(BankHolidays.englandAndWales())
                .special(day("2021-12-24"), "Christmas Eve", Window.of("08:00", "12:30"))
                .build();
    }

    private static Verdict logged23DecemberAtFour(Reading reading) {
        ServiceLevelRules rules = HouseRules.standard()
                .calendar("LBL", halfChristmasEve())
                .target("P3", new Target.WorkingDays(2, reading))
                .rules();
        return Ticket.logged("2021-12-23 16:00", "P3").judged(rules, "2021-12-23 16:00");
    }

    private static Verdict dueRoundTheClock(Instant loggedAt, String priority) {
        return Ticket.logged(loggedAt, priority)
                .judged(HouseRules.roundTheClock().rules(), loggedAt);
    }

    private static Verdict resolved(ServiceLevelRules rules, String loggedAt, String resolvedAt) {
        return Ticket.logged(loggedAt, "P2").resolved(resolvedAt).judged(rules, "2021-12-31 00:00");
    }
}
