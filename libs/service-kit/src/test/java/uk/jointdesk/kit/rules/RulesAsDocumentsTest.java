package uk.jointdesk.kit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.json.SuiteJson;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.agreement.Terms;
import uk.jointdesk.servicelevel.calendar.Calendars;

class RulesAsDocumentsTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static {
        new SuiteJson().customize(JSON);
    }

    private static final String AGREEMENT = """
            {"code":"IAA","title":"Inter Authority Agreement","versions":[{"version":1,"validFrom":"2015-04-01",
             "coverage":{"partners":["LBL"],"queues":{"excluded":["Application team*"]}},
             "targets":[{"priority":"P1","target":{"serviceMinutes":240},"percent":"95"},
                        {"priority":"P3","target":{"workingDays":2,"reading":"SERVICE_MINUTES"},"percent":"80"}],
             "responseTargets":[{"priority":"P1","target":{"serviceMinutes":30},"percent":"90"}],
             "stoppingReasons":["AWAITING_USER"],"reopen":"RESUME","changePolicy":"RETROACTIVE",
             "escalation":[{"percent":"75"},{"minutesBeforeDue":60}]}]}
            """;

    @Test
    void the_office_calendar_comes_back_as_it_went_out() throws JsonProcessingException {
        CalendarDocument written = CalendarDocument.of(Calendars.office());
        String json = JSON.writeValueAsString(written);
        CalendarDocument read = JSON.readValue(json, CalendarDocument.class);
        assertThat(read).isEqualTo(written);
        assertThat(read.toCalendar().versions()).isEqualTo(Calendars.office().versions());
        assertThat(json).contains("\"MONDAY\":[{\"open\":\"08:00\",\"close\":\"18:00\"}]");
    }

    @Test
    void the_end_of_a_day_is_written_24_00() throws JsonProcessingException {
        CalendarDocument read = JSON.readValue(
                JSON.writeValueAsString(CalendarDocument.of(Calendars.roundTheClock(Calendars.LONDON))),
                CalendarDocument.class);
        assertThat(read.versions().get(0).week().values())
                .allMatch(windows -> windows.equals(List.of(new WindowDocument("00:00", "24:00"))));
        assertThat(read.toCalendar().opens(Instant.parse("2021-06-05T23:59:59Z")))
                .isTrue();
    }

    @Test
    void a_calendar_that_loses_the_last_minute_is_refused_by_its_reason() {
        CalendarDocument calendar = calendar("23:59");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(calendar::toCalendar)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-closes-at-23-59"));
    }

    @Test
    void a_calendar_with_an_unreadable_time_is_refused() {
        CalendarDocument calendar = calendar("six o'clock");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(calendar::toCalendar)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-incomplete"));
    }

    @Test
    void an_agreement_comes_back_as_it_went_out() throws JsonProcessingException {
        AgreementDocument first = JSON.readValue(AGREEMENT, AgreementDocument.class);
        AgreementDocument again = AgreementDocument.of(first.toAgreement(), first.title());
        AgreementDocument read = JSON.readValue(JSON.writeValueAsString(again), AgreementDocument.class);
        assertThat(read).isEqualTo(again);
        assertThat(read.toAgreement()).isEqualTo(first.toAgreement());
    }

    @Test
    void a_date_of_an_agreement_begins_at_midnight_in_london() throws JsonProcessingException {
        AgreementDocument agreement = JSON.readValue(AGREEMENT, AgreementDocument.class);
        assertThat(agreement.versions().get(0).validFrom()).isEqualTo(Instant.parse("2015-03-31T23:00:00Z"));
    }

    @Test
    void an_excluded_queue_is_not_covered() throws JsonProcessingException {
        var version = JSON.readValue(AGREEMENT, AgreementDocument.class)
                .toAgreement()
                .versions()
                .get(0);
        assertThat(version.targetFor(new Terms("LBL", "INCIDENT", "P1", "Service Desk", null)))
                .isPresent();
        assertThat(version.targetFor(new Terms("LBL", "INCIDENT", "P1", "Application team Housing", null)))
                .isEmpty();
    }

    @Test
    void a_target_is_one_thing_or_the_other() {
        AgreementDocument agreement = new AgreementDocument(
                "X",
                "X",
                List.of(new AgreementVersionDocument(
                        1,
                        Instant.EPOCH,
                        null,
                        null,
                        List.of(new TargetRuleDocument(null, "P1", null, new TargetDocument(240L, 2, null), "95")),
                        null,
                        null,
                        null,
                        null,
                        null)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(agreement::toAgreement)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("agreement-refused"));
    }

    private static CalendarDocument calendar(String close) {
        return new CalendarDocument(
                "X",
                "Europe/London",
                List.of(new CalendarVersionDocument(
                        java.time.LocalDate.of(2020, 1, 1),
                        java.util.Map.of(java.time.DayOfWeek.MONDAY, List.of(new WindowDocument("08:00", close))),
                        null,
                        null)));
    }
}
