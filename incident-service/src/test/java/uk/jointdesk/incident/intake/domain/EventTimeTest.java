package uk.jointdesk.incident.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    @Test
    void an_instant_may_be_written_with_any_offset() throws RowRefused {
        assertThat(EventTime.iso("2021-06-07T09:00:00+01:00", "/at")).isEqualTo(Instant.parse("2021-06-07T08:00:00Z"));
        assertThat(EventTime.iso("2021-03-28T01:30:00Z", "/at")).isEqualTo(Instant.parse("2021-03-28T01:30:00Z"));
    }

    @Test
    void finer_digits_than_milliseconds_are_cut_off() throws RowRefused {
        assertThat(EventTime.iso("2021-06-07T08:00:00.123999Z", "/at"))
                .isEqualTo(Instant.parse("2021-06-07T08:00:00.123Z"));
    }

    @Test
    void a_local_time_that_the_clocks_skipped_is_imaginary() {
        assertThat(codeOf("2021-03-28T01:30:00")).isEqualTo("time-imaginary");
    }

    @Test
    void a_local_time_without_an_offset_is_refused_all_year() {
        assertThat(codeOf("2021-06-07T08:00:00")).isEqualTo("time-without-offset");
        assertThat(codeOf("2021-10-31T01:30:00")).isEqualTo("time-without-offset");
    }

    @Test
    void what_is_no_time_is_refused() {
        assertThat(codeOf("yesterday")).isEqualTo("time-invalid");
        assertThat(codeOf("2021-02-30T08:00:00Z")).isEqualTo("time-invalid");
        assertThat(codeOf("1899-12-31T00:00:00Z")).isEqualTo("time-out-of-range");
        assertThat(codeOf("2200-01-01T00:00:00Z")).isEqualTo("time-out-of-range");
        assertThat(codeOf("+999999999-12-31T23:59:59Z")).isEqualTo("time-out-of-range");
    }

    @Test
    void the_audit_logs_minutes_are_utc() throws RowRefused {
        assertThat(EventTime.audit("29/2/2016 01:23", "/x")).isEqualTo(Instant.parse("2016-02-29T01:23:00Z"));
        assertThat(EventTime.audit("5/3/2016 12:00", "/x")).isEqualTo(Instant.parse("2016-03-05T12:00:00Z"));
    }

    @Test
    void a_day_that_is_not_in_the_calendar_is_refused_in_the_audit_log() {
        assertThatExceptionOfType(RowRefused.class)
                .isThrownBy(() -> EventTime.audit("31/2/2016 01:23", "/sys_updated_at"))
                .satisfies(refused -> assertThat(refused.pointer()).isEqualTo("/sys_updated_at"));
    }

    private static String codeOf(String text) {
        try {
            return "taken as " + EventTime.iso(text, "/at");
        } catch (RowRefused refused) {
            return refused.code();
        }
    }
}
