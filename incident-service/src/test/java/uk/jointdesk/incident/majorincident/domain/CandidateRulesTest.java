package uk.jointdesk.incident.majorincident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** The three criteria of the board pack of February 2019, each at its edges. */
class CandidateRulesTest {

    private static final Instant NINE = Instant.parse("2019-02-04T09:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(4);
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void the_same_service_down_in_two_councils_is_a_candidate() {
        SeriousTicket brent = ticket("LBB-1", "LBB", "P2", "Network/VPN", "Remote access is down", 0);
        SeriousTicket lewisham = ticket("LBL-1", "LBL", "P2", "Network/VPN", "cannot log on from home", 60);
        Candidate found = only(Criterion.SEVERAL_COUNCILS, brent, lewisham);
        assertThat(found.councils()).containsExactly("LBB", "LBL");
        assertThat(found.tickets()).containsExactly(brent, lewisham);
        assertThat(found.why()).contains("2 councils: LBB, LBL");
    }

    @Test
    void two_tickets_of_one_council_and_its_sub_body_are_one_council() {
        assertThat(found(
                        Criterion.SEVERAL_COUNCILS,
                        ticket("LBL-1", "LBL", "P2", "Network/VPN", "x", 0),
                        ticket("LH-1", "LBL", "P2", "Network/VPN", "x", 5)))
                .isEmpty();
    }

    @Test
    void a_customer_that_is_no_council_does_not_make_several() {
        assertThat(found(
                        Criterion.SEVERAL_COUNCILS,
                        ticket("LBL-1", "LBL", "P2", "Network/VPN", "x", 0),
                        ticket("LGA-1", null, "P2", "Network/VPN", "x", 5)))
                .isEmpty();
    }

    @Test
    void titles_in_other_words_are_alike_when_half_of_the_telling_ones_are_common() {
        assertThat(only(
                                Criterion.SEVERAL_COUNCILS,
                                ticket("LBB-1", "LBB", "P2", null, "8x8 telephony not working", 0),
                                ticket("LBS-1", "LBS", "P2", null, "Telephony (8x8) is down for all users", 5))
                        .councils())
                .containsExactly("LBB", "LBS");
        assertThat(found(
                        Criterion.SEVERAL_COUNCILS,
                        ticket("LBB-1", "LBB", "P2", null, "telephony not working", 0),
                        ticket("LBS-1", "LBS", "P2", null, "printer not working", 5)))
                .as("what every outage says tells nothing")
                .isEmpty();
    }

    @Test
    void a_ticket_belongs_to_the_one_before_it_up_to_the_end_of_the_window() {
        SeriousTicket first = ticket("LBB-1", "LBB", "P2", "Email", "x", 0);
        assertThat(found(Criterion.SEVERAL_COUNCILS, first, ticket("LBL-1", "LBL", "P2", "email", "y", 240)))
                .hasSize(1);
        assertThat(found(Criterion.SEVERAL_COUNCILS, first, ticket("LBL-1", "LBL", "P2", "email", "y", 241)))
                .isEmpty();
    }

    @Test
    void tickets_are_linked_through_others_in_between() {
        Candidate found = only(
                Criterion.SEVERAL_COUNCILS,
                ticket("LBB-1", "LBB", "P2", "Email", "x", 0),
                ticket("LBB-2", "LBB", "P2", "Email", "y", 200),
                ticket("LBL-1", "LBL", "P2", "Email", "z", 400));
        assertThat(found.tickets()).extracting(SeriousTicket::reference).containsExactly("LBB-1", "LBB-2", "LBL-1");
    }

    @Test
    void several_p1_are_a_candidate_whether_they_are_linked_or_not() {
        SeriousTicket payroll = ticket("LBS-1", "LBS", "P1", "Payroll", "payroll run stopped", 0);
        SeriousTicket internet = ticket("LBS-2", "LBS", "P1", "Internet", "no internet", 90);
        Candidate found = only(Criterion.SEVERAL_P1, payroll, internet);
        assertThat(found.tickets()).containsExactly(payroll, internet);
        assertThat(found.councils()).containsExactly("LBS");
        assertThat(found(Criterion.SEVERAL_P1, payroll)).isEmpty();
        assertThat(found(Criterion.SEVERAL_P1, payroll, ticket("LBS-3", "LBS", "P2", "Internet", "slow", 90)))
                .as("a P2 is no P1")
                .isEmpty();
    }

    /** TC-03: three quarters of four working hours are 180 minutes, not 179 and some seconds. */
    @Test
    void an_escalated_p1_is_a_candidate_from_exactly_three_quarters_of_its_target() {
        assertThat(found(Criterion.P1_NEAR_TARGET, used(Duration.ofMinutes(180).minusMillis(1), true)))
                .isEmpty();
        Candidate found = only(Criterion.P1_NEAR_TARGET, used(Duration.ofMinutes(180), true));
        assertThat(found.why()).contains("75.00 %");
        assertThat(found(Criterion.P1_NEAR_TARGET, used(Duration.ofMinutes(239), false)))
                .as("nobody has escalated it")
                .isEmpty();
    }

    @Test
    void a_breached_p1_that_is_escalated_stays_a_candidate() {
        assertThat(only(Criterion.P1_NEAR_TARGET, used(Duration.ofMinutes(300), true))
                        .tickets()
                        .get(0)
                        .percentUsed())
                .isEqualTo("125.00");
    }

    @Test
    void what_a_major_incident_has_taken_up_whole_is_no_candidate_and_what_came_since_names_it() {
        SeriousTicket taken = taken("LBB-1", "LBB", 0);
        assertThat(Triage.candidates(List.of(taken, taken("LBL-1", "LBL", 5)), WINDOW))
                .isEmpty();
        Candidate found =
                only(Criterion.SEVERAL_COUNCILS, taken, ticket("LBS-1", "LBS", "P1", "Email", "Email is down", 30));
        assertThat(found.majorIncidents()).containsExactly("MIR113");
    }

    @Test
    void the_order_in_which_tickets_come_makes_no_difference_and_every_candidate_keeps_its_criterion() {
        Laws.forAll(
                "triage is a function of the set of tickets",
                CandidateRulesTest::drawn,
                Laws.oracleCases(),
                tickets -> {
                    List<Candidate> found = Triage.candidates(tickets, WINDOW);
                    List<SeriousTicket> turned = new ArrayList<>(tickets);
                    Collections.reverse(turned);
                    assertThat(Triage.candidates(turned, WINDOW)).isEqualTo(found);
                    assertThat(found).allSatisfy(candidate -> assertThat(keepsItsCriterion(candidate))
                            .isTrue());
                    assertThat(p1s(found)).as("no P1 is in two groups").doesNotHaveDuplicates();
                });
    }

    private static List<String> p1s(List<Candidate> found) {
        return found.stream()
                .filter(candidate -> candidate.criterion() == Criterion.SEVERAL_P1)
                .flatMap(candidate -> candidate.tickets().stream())
                .map(SeriousTicket::reference)
                .toList();
    }

    private static boolean keepsItsCriterion(Candidate candidate) {
        return switch (candidate.criterion()) {
            case SEVERAL_COUNCILS -> candidate.councils().size() > 1;
            case SEVERAL_P1 ->
                candidate.tickets().size() > 1 && candidate.tickets().stream().allMatch(SeriousTicket::isP1);
            case P1_NEAR_TARGET ->
                candidate.tickets().size() == 1 && candidate.tickets().get(0).hasUsed(75);
        };
    }

    private static List<SeriousTicket> drawn(Draw draw) {
        int count = draw.between(0, draw.size());
        List<SeriousTicket> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tickets.add(new SeriousTicket(
                    "T-" + i,
                    "P",
                    draw.oneOf("LBB", "LBL", "LBS"),
                    draw.oneOf("P1", "P2"),
                    draw.oneOf("Email", "Network", "Print", null),
                    null,
                    draw.oneOf("email down", "network down", "something else"),
                    NINE.plus(Duration.ofMinutes(draw.between(0, 2_000))),
                    Duration.ofMinutes(draw.between(0, 300)),
                    draw.chance(80) ? FOUR_HOURS : null,
                    draw.chance(30),
                    draw.chance(20) ? "MIR113" : null));
        }
        return tickets;
    }

    private static Candidate only(Criterion criterion, SeriousTicket... tickets) {
        List<Candidate> found = found(criterion, tickets);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Candidate> found(Criterion criterion, SeriousTicket... tickets) {
        return Triage.candidates(Stream.of(tickets).toList(), WINDOW).stream()
                .filter(candidate -> candidate.criterion() == criterion)
                .toList();
    }

    private static SeriousTicket used(Duration used, boolean escalated) {
        return new SeriousTicket(
                "LBL-1", "LBL", "LBL", "P1", "Email", null, "no mail", NINE, used, FOUR_HOURS, escalated, null);
    }

    private static SeriousTicket taken(String reference, String council, int minutes) {
        return new SeriousTicket(
                reference,
                council,
                council,
                "P1",
                "Email",
                null,
                "no mail",
                NINE.plus(Duration.ofMinutes(minutes)),
                Duration.ZERO,
                FOUR_HOURS,
                false,
                "MIR113");
    }

    private static SeriousTicket ticket(
            String reference, String council, String priority, String category, String title, int minutes) {
        return new SeriousTicket(
                reference,
                reference.substring(0, reference.indexOf('-')),
                council,
                priority,
                category,
                null,
                title,
                NINE.plus(Duration.ofMinutes(minutes)),
                Duration.ofMinutes(10),
                FOUR_HOURS,
                false,
                null);
    }
}
