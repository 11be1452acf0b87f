package uk.jointdesk.servicelevel.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.jointdesk.servicelevel.London.at;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.target.Target.Reading;
import uk.jointdesk.servicelevel.target.Target.ServiceMinutes;
import uk.jointdesk.servicelevel.target.Target.WorkingDays;

class TargetTest {

    private final WorkingCalendar office = Calendars.office();

    @Test
    void two_working_days_of_the_default_calendar_are_1200_service_minutes() {
        assertThat(new WorkingDays(2, Reading.SERVICE_MINUTES).allowance(office, at("2021-06-07 09:00")))
                .isEqualTo(Duration.ofMinutes(1_200));
    }

    @Test
    void a_target_in_minutes_is_the_same_whenever_it_starts() {
        assertThat(new ServiceMinutes(240).allowance(office, at("2021-06-06 23:00")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void the_same_time_reading_allows_the_service_time_in_between() {
        Target twoDays = new WorkingDays(2, Reading.SAME_TIME);

        assertThat(twoDays.allowance(office, at("2021-06-07 09:00"))).isEqualTo(Duration.ofHours(20));
        assertThat(twoDays.allowance(office, at("2021-06-06 12:00"))).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void a_target_of_nothing_is_no_target() {
        assertThatThrownBy(() -> new ServiceMinutes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingDays(-1, Reading.SAME_TIME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_share_of_a_target_is_used_up_at_the_millisecond_that_completes_it() {
        assertThat(Percent.of(75).of(Duration.ofMinutes(240))).isEqualTo(Duration.ofMinutes(180));
        assertThat(Percent.of("33.3").of(Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(4));
        assertThat(Percent.of(150).of(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_percentage_is_exact_and_not_negative() {
        assertThat(Percent.of("95.0")).isEqualTo(Percent.of(95)).hasToString("95");
        assertThat(Percent.of("80")).isLessThan(Percent.of("80.01"));
        assertThatThrownBy(() -> Percent.of("-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
