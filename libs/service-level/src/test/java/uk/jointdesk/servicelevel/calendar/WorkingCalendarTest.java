package uk.jointdesk.servicelevel.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static uk.jointdesk.servicelevel.London.at;
import static uk.jointdesk.servicelevel.London.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.London;
import uk.jointdesk.servicelevel.calendar.CalendarRefused.Reason;

class WorkingCalendarTest {

    private final WorkingCalendar office = Calendars.office();

    @Test
    void closing_time_is_no_longer_open() {
        assertThat(office.opens(at("2021-06-07 08:00"))).isTrue();
        assertThat(office.opens(at("2021-06-07 18:00").minusMillis(1))).isTrue();
        assertThat(office.opens(at("2021-06-07 18:00"))).isFalse();
    }

    @Test
    void no_working_time_ends_at_once_even_out_of_hours() {
        assertThat(office.plus(at("2021-06-06 12:00"), Duration.ZERO)).isEqualTo(at("2021-06-06 12:00"));
    }

    @Test
    void working_time_cannot_be_negative() {
        assertThatThrownBy(() -> office.plus(at("2021-06-07 12:00"), Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void finer_digits_than_milliseconds_are_cut_off() {
        Instant opening = at("2021-06-07 08:00");
        assertThat(office.between(opening.plusNanos(999_999), opening.plusNanos(1_999_999)))
                .isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void a_night_shift_belongs_to_the_day_it_begins_on_and_runs_into_a_holiday() {
        WorkingCalendar nights = WorkingCalendar.named("NIGHT", London.ZONE)
                .open(MONDAY, FRIDAY, "22:00", "06:00")
                .holidays(BankHolidays.englandAndWales())
                .build();

        assertThat(nights.between(at("2021-04-01 12:00"), at("2021-04-04 12:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(nights.opens(at("2021-04-02 05:59"))).isTrue();
        assertThat(nights.opens(at("2021-04-02 23:00"))).isFalse();
        assertThat(nights.isWorkingDay(day("2021-04-02"))).isFalse();
    }

    @Test
    void a_night_shift_through_a_clock_change_has_the_hours_that_really_pass() {
        WorkingCalendar nights = WorkingCalendar.named("NIGHT", London.ZONE)
                .open(SATURDAY, SATURDAY, "22:00", "06:00")
                .build();

        assertThat(nights.between(at("2021-03-27 12:00"), at("2021-03-28 12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(at("2021-10-30 12:00"), at("2021-10-31 12:00")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void an_opening_in_the_skipped_hour_is_the_instant_of_the_change_and_in_the_doubled_hour_its_first_time() {
        WorkingCalendar early = WorkingCalendar.named("EARLY", London.ZONE)
                .open(SUNDAY, SUNDAY, "01:30", "03:00")
                .build();

        assertThat(early.plus(at("2021-03-28 00:00"), Duration.ofMillis(1)))
                .isEqualTo(Instant.parse("2021-03-28T01:00:00.001Z"));
        assertThat(early.between(at("2021-03-28 00:00"), at("2021-03-28 12:00")))
                .isEqualTo(Duration.ofMinutes(60));
        assertThat(early.between(at("2021-10-31 00:00"), at("2021-10-31 12:00")))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void the_version_is_taken_for_each_local_day() {
        WorkingCalendar longerFromJuly = WorkingCalendar.named("STD", London.ZONE)
                .open(MONDAY, FRIDAY, "08:00", "18:00")
                .from(day("2021-07-01"))
                .open(MONDAY, FRIDAY, "08:00", "20:00")
                .build();

        assertThat(longerFromJuly.between(at("2021-06-30 00:00"), at("2021-07-02 00:00")))
                .isEqualTo(Duration.ofHours(22));
        assertThat(longerFromJuly.versionOn(day("2021-06-30"))).isEqualTo("2015-01-01");
        assertThat(longerFromJuly.versionOn(day("2021-07-01"))).isEqualTo("2021-07-01");
        assertThat(longerFromJuly.serviceDay(at("2021-07-01 00:00"))).isEqualTo(Duration.ofHours(12));
        assertThat(longerFromJuly.between(at("2014-06-30 00:00"), at("2014-07-01 00:00")))
                .isEqualTo(Duration.ofHours(10));
    }

    @Test
    void a_special_day_goes_before_a_holiday_and_a_holiday_before_the_week() {
        WorkingCalendar skeleton = WorkingCalendar.named("STD", London.ZONE)
                .open(MONDAY, FRIDAY, "08:00", "18:00")
                .holidays(BankHolidays.englandAndWales())
                .special(day("2021-12-28"), "Skeleton service", Window.of("10:00", "14:00"))
                .special(day("2021-12-29"), "Office closed")
                .build();

        assertThat(skeleton.between(at("2021-12-27 00:00"), at("2021-12-30 00:00")))
                .isEqualTo(Duration.ofHours(4));
        assertThat(skeleton.stretches(at("2021-12-28 12:00"), at("2021-12-30 09:00")))
                .extracting(Stretch::detail)
                .containsExactly("", "Skeleton service", "Office closed", "", "");
    }

    @Test
    void the_service_day_is_what_most_weekdays_share_and_the_longer_of_equals() {
        assertThat(office.serviceDay(at("2021-12-24 12:00"))).isEqualTo(Duration.ofMinutes(600));
        WorkingCalendar shortFriday = WorkingCalendar.named("SHORT", London.ZONE)
                .open(MONDAY, THURSDAY, "08:00", "18:00")
                .open(FRIDAY, FRIDAY, "08:00", "16:00")
                .build();
        assertThat(shortFriday.serviceDay(at("2021-06-11 12:00"))).isEqualTo(Duration.ofHours(10));
        WorkingCalendar twoLengths = WorkingCalendar.named("TWO", London.ZONE)
                .open(MONDAY, MONDAY, "08:00", "18:00")
                .open(FRIDAY, FRIDAY, "08:00", "16:00")
                .build();
        assertThat(twoLengths.serviceDay(at("2021-06-11 12:00"))).isEqualTo(Duration.ofHours(10));
        assertThat(Calendars.roundTheClock(London.ZONE).serviceDay(at("2021-03-28 12:00")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void the_same_time_working_days_later_skips_closed_days_and_the_day_it_starts_on() {
        assertThat(office.sameTimeAfter(at("2021-06-11 16:00"), 2)).isEqualTo(at("2021-06-15 16:00"));
        assertThat(office.sameTimeAfter(at("2021-06-12 07:00"), 1)).isEqualTo(at("2021-06-14 07:00"));
        assertThat(office.sameTimeAfter(at("2021-04-01 16:00"), 1)).isEqualTo(at("2021-04-06 16:00"));
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertRefused(() -> WorkingCalendar.named("NONE", London.ZONE).build(), Reason.NEVER_OPENS);
        assertRefused(
                () -> new CalendarVersion(day("2021-01-01"), Map.of(MONDAY, List.of()), Map.of(), List.of()),
                Reason.NEVER_OPENS);
    }

    @Test
    void the_last_minute_of_the_day_is_no_closing_time() {
        assertRefused(() -> Window.of("08:00", "23:59"), Reason.CLOSES_AT_23_59);
        assertRefused(() -> Window.of("00:00", "23:59:59"), Reason.CLOSES_AT_23_59);
        assertThat(Window.of("08:00", "24:00").length()).isEqualTo(Duration.ofHours(16));
    }

    @Test
    void windows_that_share_time_are_refused_and_windows_that_touch_are_not() {
        assertRefused(() -> opening("09:00", "13:00", "12:59", "18:00"), Reason.WINDOWS_OVERLAP);
        assertRefused(() -> opening("22:00", "06:00", "23:00", "23:30"), Reason.WINDOWS_OVERLAP);
        assertThat(opening("09:00", "13:00", "13:00", "18:00").between(at("2021-06-07 00:00"), at("2021-06-08 00:00")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void versions_and_holidays_have_one_meaning_per_day() {
        CalendarVersion version = office.versions().get(0);
        assertRefused(() -> new WorkingCalendar("X", London.ZONE, List.of()), Reason.NO_VERSION);
        assertRefused(
                () -> new WorkingCalendar("X", London.ZONE, List.of(version, version)), Reason.TWO_VERSIONS_ON_ONE_DAY);
        LocalDate date = day("2021-06-07");
        List<Holiday> twice = List.of(new Holiday(date, "A", ""), new Holiday(date, "B", ""));
        assertRefused(() -> new CalendarVersion(date, version.week(), Map.of(), twice), Reason.TWO_HOLIDAYS_ON_ONE_DAY);
    }

    private static WorkingCalendar opening(String open, String close, String openAgain, String closeAgain) {
        return WorkingCalendar.named("X", London.ZONE)
                .open(MONDAY, FRIDAY, open, close)
                .open(MONDAY, FRIDAY, openAgain, closeAgain)
                .build();
    }

    private static void assertRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .asInstanceOf(type(CalendarRefused.class))
                .extracting(CalendarRefused::reason)
                .isEqualTo(reason);
    }
}
