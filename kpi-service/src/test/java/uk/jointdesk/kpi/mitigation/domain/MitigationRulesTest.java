package uk.jointdesk.kpi.mitigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MitigationRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2021-06-15");
    private static final YearMonth JUNE = YearMonth.parse("2021-06");

    @Test
    void a_mitigation_without_kpi_or_month_cannot_be_made() {
        assertThatThrownBy(() -> request(null, JUNE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request("IMT_KPI_14")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_decided_once_and_by_somebody_else() {
        Mitigation asked = asked();
        assertThat(objection(asked, Outcome.AGREED, "board")).isEmpty();
        assertThat(objection(asked, Outcome.AGREED, "analyst")).contains("mitigation-own");
        assertThat(objection(asked(Outcome.REJECTED), Outcome.AGREED, "board")).contains("mitigation-decided");
    }

    @Test
    void a_request_expires_undecided_and_an_agreed_one_keeps_its_months() {
        Mitigation asked = asked();
        LocalDate later = LocalDate.parse("2021-07-01");
        assertThat(asked.state(TODAY)).isEqualTo(MitigationState.REQUESTED);
        assertThat(asked.state(later)).isEqualTo(MitigationState.EXPIRED);
        assertThat(MitigationRules.objection(asked, decision(Outcome.AGREED, "board"), List.of(), later, true))
                .map(MitigationRules.Objection::code)
                .contains("mitigation-expired");
        Mitigation agreed = asked(Outcome.AGREED);
        assertThat(agreed.state(TODAY)).isEqualTo(MitigationState.AGREED);
        assertThat(agreed.state(later)).isEqualTo(MitigationState.EXPIRED);
        assertThat(agreed.relieves(JUNE)).isTrue();
        assertThat(agreed.relieves(JUNE.plusMonths(1))).isFalse();
    }

    @Test
    void a_month_is_relieved_by_one_mitigation_only() {
        assertThat(MitigationRules.objection(
                                asked(), decision(Outcome.AGREED, "board"), List.of(asked(Outcome.AGREED)), TODAY, true)
                        .map(MitigationRules.Objection::code))
                .contains("mitigation-overlaps");
    }

    @Test
    void who_asked_may_withdraw_a_request_and_only_the_board_what_it_agreed_to() {
        assertThat(withdrawal(asked(), false)).isEmpty();
        assertThat(withdrawal(asked(Outcome.AGREED), false)).contains("mitigation-agreed");
        assertThat(withdrawal(asked(Outcome.AGREED), true)).isEmpty();
        assertThat(withdrawal(asked(Outcome.AGREED, Outcome.WITHDRAWN), true)).contains("mitigation-decided");
        assertThat(asked(Outcome.AGREED, Outcome.WITHDRAWN).relieves(JUNE)).isFalse();
    }

    private static Optional<String> withdrawal(Mitigation mitigation, boolean approver) {
        return MitigationRules.objection(mitigation, decision(Outcome.WITHDRAWN, "analyst"), List.of(), TODAY, approver)
                .map(MitigationRules.Objection::code);
    }

    private static Optional<String> objection(Mitigation mitigation, Outcome outcome, String subject) {
        return MitigationRules.objection(mitigation, decision(outcome, subject), List.of(), TODAY, true)
                .map(MitigationRules.Objection::code);
    }

    private static Mitigation asked(Outcome... outcomes) {
        List<Decision> decisions = Arrays.stream(outcomes)
                .map(outcome -> decision(outcome, "board"))
                .toList();
        return new Mitigation(
                UUID.randomUUID(), request("IMT_KPI_14", JUNE), Instant.EPOCH, "performance", "analyst", decisions);
    }

    private static Request request(String kpi, YearMonth... months) {
        return new Request(kpi, List.of(months), "why", "VPN", "none", "N/A", "PRB-1", LocalDate.parse("2021-06-30"));
    }

    private static Decision decision(Outcome outcome, String subject) {
        return new Decision(outcome, "because", Instant.EPOCH, subject, subject);
    }
}
