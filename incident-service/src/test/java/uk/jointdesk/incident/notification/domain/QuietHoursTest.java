package uk.jointdesk.incident.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final QuietHours NIGHTS = quiet(WEEKDAYS, "22:00", "07:00");

    @Test
    void outside_them_nothing_waits() {
        Instant noon = Instant.parse("2021-06-08T11:00:00Z");
        assertThat(NIGHTS.earliest(noon)).isEqualTo(noon);
    }

    @Test
    void a_night_is_waited_out_by_the_owners_wall_clock() {
        // 22:30 on a Tuesday in summer, when London is an hour ahead of UTC.
        assertThat(NIGHTS.earliest(Instant.parse("2021-06-08T21:30:00Z"))).isEqualTo("2021-06-09T06:00:00Z");
        assertThat(NIGHTS.earliest(Instant.parse("2021-06-09T03:00:00Z"))).isEqualTo("2021-06-09T06:00:00Z");
    }

    @Test
    void they_begin_on_their_first_instant_and_have_ended_on_their_last() {
        assertThat(NIGHTS.earliest(Instant.parse("2021-06-08T21:00:00Z"))).isEqualTo("2021-06-09T06:00:00Z");
        assertThat(NIGHTS.earliest(Instant.parse("2021-06-09T06:00:00Z"))).isEqualTo("2021-06-09T06:00:00Z");
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_begins() {
        // Saturday 01:00 is Friday's night; Sunday 01:00 is nobody's.
        assertThat(NIGHTS.earliest(Instant.parse("2021-06-12T00:00:00Z"))).isEqualTo("2021-06-12T06:00:00Z");
        assertThat(NIGHTS.earliest(Instant.parse("2021-06-13T00:00:00Z"))).isEqualTo("2021-06-13T00:00:00Z");
    }

    @Test
    void windows_that_touch_are_waited_out_as_one() {
        QuietHours hours = new QuietHours(
                LONDON,
                List.of(
                        window(EnumSet.of(DayOfWeek.FRIDAY), "18:00", "00:00"),
                        window(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "00:00", "00:00")));
        assertThat(hours.earliest(Instant.parse("2021-06-11T18:00:00Z"))).isEqualTo("2021-06-13T23:00:00Z");
        assertThat(hours.leaveAGap()).isTrue();
    }

    @Test
    void the_hour_that_spring_leaves_out_ends_no_night_early() {
        // Clocks go from 01:00 to 02:00 on Sunday 28 March 2021: 07:00 is 06:00 UTC by then.
        QuietHours sundays = quiet(EnumSet.of(DayOfWeek.SATURDAY), "22:00", "07:00");
        assertThat(sundays.earliest(Instant.parse("2021-03-27T22:00:00Z"))).isEqualTo("2021-03-28T06:00:00Z");
    }

    @Test
    void hours_that_never_end_are_noticed() {
        assertThat(quiet(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00").leaveAGap())
                .isFalse();
        assertThat(quiet(EnumSet.allOf(DayOfWeek.class), "00:00", "23:59").leaveAGap())
                .isTrue();
    }

    private static QuietHours quiet(Set<DayOfWeek> days, String from, String to) {
        return new QuietHours(LONDON, List.of(window(days, from, to)));
    }

    private static QuietHours.Window window(Set<DayOfWeek> days, String from, String to) {
        return new QuietHours.Window(days, LocalTime.parse(from), LocalTime.parse(to));
    }
}
