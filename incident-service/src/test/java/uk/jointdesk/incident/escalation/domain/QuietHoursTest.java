package uk.jointdesk.incident.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** TC-33 of the scenarios from bug reports of other desks (zammad#4432, zammad#2157). */
class QuietHoursTest {

    private final WorkingCalendar office = Calendars.office();

    @Test
    void tc33_what_is_announced_at_midnight_or_on_a_sunday_waits_for_the_next_opening() {
        assertThat(delivered("2021-06-05T23:00:00Z")).isEqualTo("2021-06-07T07:00:00Z");
        assertThat(delivered("2021-06-06T12:00:00Z")).isEqualTo("2021-06-07T07:00:00Z");
        assertThat(delivered("2021-06-08T02:00:00Z")).isEqualTo("2021-06-08T07:00:00Z");
    }

    @Test
    void tc33_round_the_clock_means_at_once() {
        WorkingCalendar always = Calendars.roundTheClock(Calendars.LONDON);
        Instant sunday = Instant.parse("2021-06-05T23:00:00Z");
        assertThat(QuietHours.deliverAfter(always, sunday)).isEqualTo(sunday);
    }

    @Test
    void within_hours_it_is_told_at_once_and_at_closing_time_too() {
        assertThat(delivered("2021-06-07T10:00:00Z")).isEqualTo("2021-06-07T10:00:00Z");
        assertThat(delivered("2021-06-07T17:00:00Z")).isEqualTo("2021-06-07T17:00:00Z");
        assertThat(delivered("2021-06-07T17:01:00Z")).isEqualTo("2021-06-08T07:00:00Z");
    }

    private String delivered(String announced) {
        return QuietHours.deliverAfter(office, Instant.parse(announced)).toString();
    }
}
