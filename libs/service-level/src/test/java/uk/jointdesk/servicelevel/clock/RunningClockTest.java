package uk.jointdesk.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.jointdesk.servicelevel.London.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.HouseRules;
import uk.jointdesk.servicelevel.Ticket;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold.BeforeDue;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.target.Target;

/** Which clock it is that runs, and when it reaches the thresholds. */
class RunningClockTest {

    private final HouseRules rules = HouseRules.standard();

    @Test
    void an_agreement_that_names_no_thresholds_tells_at_50_75_and_100_percent() {
        RunningClock clock = running(Ticket.logged("2021-06-07 08:00", "P1"), "2021-06-07 08:00")
                .orElseThrow();

        assertThat(clock.points()).extracting(point -> point.threshold().code()).containsExactly("50%", "75%", "100%");
        assertThat(instants(clock))
                .containsExactly(at("2021-06-07 10:00"), at("2021-06-07 11:00"), at("2021-06-07 12:00"));
    }

    @Test
    void a_threshold_before_due_is_counted_in_service_time() {
        rules.escalating(new BeforeDue(120));
        RunningClock clock = running(Ticket.logged("2021-06-04 17:00", "P1"), "2021-06-04 17:00")
                .orElseThrow();

        assertThat(clock.points().get(0).threshold().code()).isEqualTo("120m-before-due");
        assertThat(instants(clock)).containsExactly(at("2021-06-07 09:00"));
    }

    @Test
    void a_clock_that_stands_still_is_not_running() {
        assertThat(running(Ticket.logged("2021-06-07 08:00", "P1").onHold("2021-06-07 11:30"), "2021-06-07 11:40"))
                .isEmpty();
        assertThat(running(Ticket.logged("2021-06-07 08:00", "P1").resolved("2021-06-07 11:30"), "2021-06-07 11:40"))
                .isEmpty();
        assertThat(running(Ticket.logged("2021-06-07 08:00", "P1").cancelled("2021-06-07 11:30"), "2021-06-07 11:40"))
                .isEmpty();
        assertThat(running(Ticket.logged("2021-06-07 08:00", "P4"), "2021-06-07 08:00"))
                .isEmpty();
    }

    @Test
    void a_hold_that_does_not_stop_the_clock_leaves_it_running() {
        assertThat(running(
                        Ticket.logged("2021-06-07 08:00", "P1").onHold("2021-06-07 09:00", "OTHER"),
                        "2021-06-07 10:00"))
                .isPresent();
    }

    @Test
    void another_target_is_another_clock_and_going_back_goes_back_to_the_first() {
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P1");
        String first = name(ticket, "2021-06-07 08:30");
        ticket.priority("2021-06-07 09:00", "P3");
        String second = name(ticket, "2021-06-07 09:30");
        ticket.priority("2021-06-07 10:00", "P1");

        assertThat(second).isNotEqualTo(first);
        assertThat(name(ticket, "2021-06-07 10:30")).isEqualTo(first);
    }

    @Test
    void another_partner_has_another_clock_although_its_target_is_the_same() {
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P1");
        String lewisham = name(ticket, "2021-06-07 08:30");
        ticket.transferred("2021-06-07 09:00", "LBS");

        assertThat(name(ticket, "2021-06-07 09:30")).isNotEqualTo(lewisham);
    }

    @Test
    void a_pause_and_a_reopening_that_resumes_leave_the_clock_the_same_one() {
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P1");
        String before = name(ticket, "2021-06-07 08:30");
        ticket.onHold("2021-06-07 09:00").resumed("2021-06-07 10:00");
        assertThat(name(ticket, "2021-06-07 10:30")).isEqualTo(before);

        ticket.resolved("2021-06-07 11:00").reopened("2021-06-07 14:00");
        RunningClock again = running(ticket, "2021-06-07 14:30").orElseThrow();
        assertThat(again.name()).isEqualTo(before);
        assertThat(again.since()).isEqualTo(at("2021-06-07 14:00"));
    }

    @Test
    void a_reopening_that_begins_anew_is_another_clock_each_time() {
        rules.reopen(ReopenReading.RESET);
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P1");
        String first = name(ticket, "2021-06-07 08:30");
        ticket.resolved("2021-06-07 11:00").reopened("2021-06-07 14:00");
        RunningClock second = running(ticket, "2021-06-07 14:30").orElseThrow();
        ticket.resolved("2021-06-07 15:00").reopened("2021-06-08 09:00");

        assertThat(List.of(first, second.name(), name(ticket, "2021-06-08 09:30")))
                .doesNotHaveDuplicates();
        assertThat(instants(second)).first().isEqualTo(at("2021-06-07 16:00"));
    }

    @Test
    void who_could_not_know_before_a_change_was_not_late_before() {
        Ticket ticket = Ticket.logged("2021-06-04 08:00", "P3").priority("2021-06-07 10:00", "P1");
        RunningClock clock = running(ticket, "2021-06-07 10:00").orElseThrow();

        assertThat(clock.points().get(2).at()).contains(at("2021-06-04 12:00"));
        assertThat(clock.since()).isEqualTo(at("2021-06-07 10:00"));
        assertThat(running(ticket, "2021-06-07 17:00").orElseThrow().since()).isEqualTo(at("2021-06-07 10:00"));
    }

    @Test
    void the_response_clock_stops_with_the_answer_and_the_other_goes_on() {
        rules.responseTarget("P1", new Target.ServiceMinutes(60));
        Ticket ticket = Ticket.logged("2021-06-07 08:00", "P1");
        assertThat(instants(response(ticket).orElseThrow())).last().isEqualTo(at("2021-06-07 09:00"));

        ticket.tell(uk.jointdesk.servicelevel.event.EventKind.RESPONDED, "2021-06-07 08:10");
        assertThat(response(ticket)).isEmpty();
        assertThat(running(ticket, "2021-06-07 08:20")).isPresent();
    }

    private Optional<RunningClock> response(Ticket ticket) {
        return SlaClock.face(Metric.RESPONSE, ticket.life(), rules.rules(), at("2021-06-07 08:20"))
                .running();
    }

    private Optional<RunningClock> running(Ticket ticket, String asAt) {
        return SlaClock.face(Metric.RESOLUTION, ticket.life(), rules.rules(), at(asAt))
                .running();
    }

    private String name(Ticket ticket, String asAt) {
        return running(ticket, asAt).orElseThrow().name();
    }

    private static List<Instant> instants(RunningClock clock) {
        return clock.points().stream().map(point -> point.at().orElseThrow()).toList();
    }
}
