package uk.jointdesk.kpi.result.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.result.domain.Tally.AfterMitigation;
import uk.jointdesk.testkit.Laws;

class TallyTest {

    private static final YearMonth MONTH = YearMonth.parse("2021-07");
    private static final Kpi KPI = Sample.kpi("K01", Kind.KPI, "95", "90", 10);

    @Test
    void a_tally_whose_parts_do_not_add_up_cannot_be_made() {
        AfterMitigation right = new AfterMitigation(13, 0, 0, 1, 0);
        assertThatThrownBy(() -> new Tally(MONTH, 13, 1, 0, 0, 13, 1, right))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tally(MONTH, 13, 1, 0, 0, 14, 1, new AfterMitigation(13, 1, 0, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Tally(MONTH, 13, 1, 0, 0, 14, 1, right).total()).isEqualTo(14);
    }

    @Test
    void indicators_that_are_no_kpis_and_other_months_are_not_counted() {
        Kpi indicator = Sample.kpi("PI", Kind.PI, "95", "90", 0);
        Tally tally = Tally.of(
                MONTH,
                List.of(
                        Sample.result(KPI, "2021-07", 96, 100),
                        Sample.result(KPI, "2021-06", 80, 100),
                        Sample.result(indicator, "2021-07", 10, 100)));
        assertThat(tally.total()).isEqualTo(1);
        assertThat(tally.tslAchieved()).isEqualTo(1);
    }

    @Test
    void relief_moves_a_result_after_mitigation_and_never_before_it() {
        Tally tally = Tally.of(MONTH, List.of(Sample.relieved(Sample.result(KPI, "2021-07", 80, 100))));
        assertThat(tally.belowMsl()).isEqualTo(1);
        assertThat(tally.afterMitigation()).isEqualTo(new AfterMitigation(0, 0, 0, 1, 0));
        assertThat(tally.mitigationAgreed()).isEqualTo(1);
    }

    @Test
    void the_parts_of_any_month_add_up_to_its_kpis() {
        Laws.forAll(
                "a tally adds up",
                draw -> {
                    List<KpiResult> results = new ArrayList<>();
                    for (int i = 0; i < draw.size(); i++) {
                        KpiResult result = Sample.result(KPI, "2021-07", draw.between(0, 100), draw.oneOf(0, 100) + 0L);
                        results.add(draw.chance(30) ? Sample.relieved(result) : result);
                    }
                    return results;
                },
                1_000,
                results -> {
                    Tally tally = Tally.of(MONTH, results);
                    assertThat(tally.tslAchieved() + tally.mslAchieved() + tally.belowMsl() + tally.noData())
                            .isEqualTo(tally.total())
                            .isEqualTo(results.size());
                    assertThat(tally.afterMitigation().relieved()).isLessThanOrEqualTo(tally.mitigationAgreed());
                });
    }
}
