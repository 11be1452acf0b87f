package uk.jointdesk.servicelevel.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target.ServiceMinutes;

class AgreementTest {

    private static final Instant APRIL = Instant.parse("2018-04-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2018-07-01T00:00:00Z");

    @Test
    void the_version_in_force_when_the_ticket_was_logged_holds() {
        Agreement agreement = new Agreement("IAA", List.of(version(2, JULY, null), version(1, APRIL, JULY)));

        assertThat(agreement.at(JULY.minusMillis(1)).orElseThrow().version()).isEqualTo(1);
        assertThat(agreement.at(JULY).orElseThrow().version()).isEqualTo(2);
        assertThat(agreement.at(APRIL.minusMillis(1))).isEmpty();
    }

    @Test
    void versions_that_overlap_belong_to_another_agreement_or_end_before_they_begin_are_refused() {
        assertThatThrownBy(() -> new Agreement("IAA", List.of(version(1, APRIL, null), version(2, JULY, null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Agreement("OTHER", List.of(version(1, APRIL, null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> version(1, JULY, APRIL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_queue_that_is_excluded_by_name_or_beginning_is_not_covered() {
        Coverage coverage = new Coverage(Set.of("LBL"), Set.of(), Set.of(), Set.of("Telephony", "Application team*"));

        assertThat(coverage.covers(ticket("LBL", "Service Desk"))).isTrue();
        assertThat(coverage.covers(ticket("LBL", null))).isTrue();
        assertThat(coverage.covers(ticket("LBL", "telephony"))).isFalse();
        assertThat(coverage.covers(ticket("LBL", "Application Team - Housing"))).isFalse();
        assertThat(coverage.covers(ticket("LBS", "Service Desk"))).isFalse();
        assertThat(coverage.covers(ticket(null, "Service Desk"))).isFalse();
    }

    @Test
    void an_agreement_may_speak_of_some_queues_and_types_only() {
        Coverage coverage = new Coverage(Set.of(), Set.of("INCIDENT"), Set.of("Network*"), Set.of());

        assertThat(coverage.covers(new Terms(null, "INCIDENT", "P1", "Network North", null)))
                .isTrue();
        assertThat(coverage.covers(new Terms(null, "INCIDENT", "P1", null, null)))
                .isFalse();
        assertThat(coverage.covers(new Terms(null, "SERVICE_REQUEST", "P1", "Network North", null)))
                .isFalse();
    }

    @Test
    void the_most_specific_line_of_the_target_table_holds() {
        AgreementVersion version = version(1, APRIL, null);

        assertThat(minutes(version, new Terms("LBL", "INCIDENT", "P1", null, null)))
                .isEqualTo(240);
        assertThat(minutes(version, new Terms("LBL", "INCIDENT", "P4", null, null)))
                .isEqualTo(9_000);
        assertThat(minutes(version, new Terms("LBL", "SERVICE_REQUEST", "P4", null, "New laptop")))
                .isEqualTo(3_000);
        assertThat(version.targetFor(new Terms("LBL", "SERVICE_REQUEST", "P4", null, "Desk move")))
                .isEmpty();
        assertThat(version.targetFor(new Terms("LBS", "INCIDENT", "P1", null, null)))
                .isEmpty();
    }

    @Test
    void not_more_than_all_tickets_can_be_asked_to_meet_a_target() {
        assertThatThrownBy(() -> new TargetRule(null, "P1", null, new ServiceMinutes(1), Percent.of("100.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_agreement_that_covers_a_ticket_holds_and_a_partner_without_calendar_is_named() {
        Agreement agreement = new Agreement("IAA", List.of(version(1, APRIL, null)));
        RuleBook rules = new RuleBook(List.of(agreement), Map.of("LBL", Calendars.office()));

        assertThat(rules.covering(ticket("LBL", null), JULY)).isPresent();
        assertThat(rules.covering(ticket("LGA", null), JULY)).isEmpty();
        assertThat(rules.calendarOf("LBL").code()).isEqualTo("STD");
        assertThatThrownBy(() -> rules.calendarOf("LGA"))
                .isInstanceOf(UnknownCalendar.class)
                .hasMessageContaining("LGA");
    }

    @Test
    void an_agreement_that_names_no_partner_covers_every_partner_but_not_nobody() {
        AgreementVersion everybodys = version(1, APRIL, null, Coverage.of(), List.of());
        RuleBook rules =
                new RuleBook(List.of(new Agreement("IAA", List.of(everybodys))), Map.of("LGA", Calendars.office()));

        assertThat(rules.covering(ticket("LGA", null), JULY)).isPresent();
        assertThat(rules.covering(ticket(null, null), JULY)).isEmpty();
    }

    @Test
    void a_threshold_that_is_named_twice_is_one() {
        EscalationThreshold threeQuarters = new EscalationThreshold.AtPercent(Percent.of(75));
        EscalationThreshold written = new EscalationThreshold.AtPercent(Percent.of("75.0"));

        assertThat(version(1, APRIL, null, Coverage.of("LBL"), List.of(threeQuarters, written))
                        .escalation())
                .containsExactly(threeQuarters);
    }

    @Test
    void a_hold_reason_nobody_knows_is_another_reason() {
        assertThat(HoldReason.named("AWAITING_USER")).isEqualTo(HoldReason.AWAITING_USER);
        assertThat(HoldReason.named("Awaiting Godot")).isEqualTo(HoldReason.OTHER);
        assertThat(HoldReason.named(null)).isEqualTo(HoldReason.OTHER);
    }

    private static long minutes(AgreementVersion version, Terms terms) {
        return ((ServiceMinutes) version.targetFor(terms).orElseThrow().target()).minutes();
    }

    private static Terms ticket(String partner, String queue) {
        return new Terms(partner, "INCIDENT", "P1", queue, null);
    }

    private static AgreementVersion version(int number, Instant from, Instant to) {
        return version(number, from, to, Coverage.of("LBL"), List.of());
    }

    private static AgreementVersion version(
            int number, Instant from, Instant to, Coverage coverage, List<EscalationThreshold> escalation) {
        List<TargetRule> targets = List.of(
                new TargetRule("INCIDENT", null, null, new ServiceMinutes(9_000), Percent.of(80)),
                new TargetRule("INCIDENT", "P1", null, new ServiceMinutes(240), Percent.of(95)),
                new TargetRule(null, "P4", "New laptop", new ServiceMinutes(3_000), Percent.of(80)));
        return new AgreementVersion(
                "IAA",
                number,
                from,
                to,
                coverage,
                targets,
                List.of(),
                Set.of(HoldReason.AWAITING_USER),
                ReopenReading.RESUME,
                ChangePolicy.RETROACTIVE,
                escalation);
    }
}
