package uk.jointdesk.kpi.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.Sample;
import uk.jointdesk.testkit.Laws;

class PointsLedgerTest {

    private static final LocalDate START = LocalDate.parse("2015-04-01");
    private static final OptionalLong CHARGE = OptionalLong.of(10_000_005);
    private static final List<Step> STEPS = List.of(
            new Step(5, percent("0")),
            new Step(10, percent("2")),
            new Step(15, percent("4")),
            new Step(20, percent("6")),
            new Step(25, percent("8")),
            new Step(30, percent("10")));
    private static final Scheme BY_COLOUR = scheme(
            List.of(new Band("minimum met", Rag.AMBER, null, 1), new Band("minimum missed", Rag.RED, null, 2)), "10");
    private static final Scheme MODEL_AGREEMENT = scheme(
            List.of(
                    new Band("minor", null, percent("0"), 1),
                    new Band("serious", null, percent("1"), 2),
                    new Band("severe", null, percent("2"), 3),
                    new Band("below threshold", null, percent("3"), 4)),
            "10");

    @Test
    void the_example_of_the_model_services_agreement_comes_out() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "99", null, 1);
        PointsLedger ledger = ledger(
                MODEL_AGREEMENT,
                Sample.result(kpi, "2021-01", 965, 1000),
                Sample.result(kpi, "2021-02", 985, 1000),
                Sample.result(kpi, "2021-03", 965, 1000));
        assertThat(List.of(raw(ledger, "2021-01"), raw(ledger, "2021-02"), raw(ledger, "2021-03")))
                .containsExactly(3, 2, 6);
    }

    @Test
    void a_month_on_target_ends_the_series() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", 10);
        PointsLedger ledger = ledger(
                BY_COLOUR,
                Sample.result(kpi, "2021-01", 92, 100),
                Sample.result(kpi, "2021-02", 95, 100),
                Sample.result(kpi, "2021-03", 80, 100),
                Sample.result(kpi, "2021-04", 92, 100));
        assertThat(raw(ledger, "2021-01")).isEqualTo(10);
        assertThat(raw(ledger, "2021-02")).isZero();
        assertThat(raw(ledger, "2021-03")).isEqualTo(20);
        assertThat(raw(ledger, "2021-04")).isEqualTo(20);
    }

    @Test
    void mitigation_takes_the_points_away_keeps_the_raw_ones_and_starts_no_series() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", 10);
        KpiResult relieved = Sample.relieved(Sample.result(kpi, "2021-01", 80, 100));
        PointsLedger ledger = ledger(BY_COLOUR, relieved, Sample.result(kpi, "2021-02", 92, 100));
        MonthPoints january = month(ledger, "2021-01");
        assertThat(january.raw().points()).isEqualTo(20);
        assertThat(january.afterMitigation().points()).isZero();
        assertThat(january.kpis().get(0).result().raw()).isEqualTo(Rag.RED);
        MonthPoints february = month(ledger, "2021-02");
        assertThat(february.raw().points()).isEqualTo(20);
        assertThat(february.afterMitigation().points()).isEqualTo(10);
    }

    @Test
    void points_become_per_cent_by_the_highest_step_and_money_to_the_penny() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", 12);
        MonthPoints month = month(ledger(BY_COLOUR, Sample.result(kpi, "2021-01", 92, 100)), "2021-01");
        assertThat(month.raw().percent()).isEqualByComparingTo("2");
        assertThat(month.raw().creditPence()).hasValue(200_000);
        assertThat(Scheme.credit(10_025, percent("2"))).isEqualTo(201);
        assertThat(Scheme.credit(10_024, percent("2"))).isEqualTo(200);
    }

    @Test
    void no_more_than_is_at_risk_is_credited() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", 40);
        Scheme capped = scheme(BY_COLOUR.bands(), "7.5");
        MonthPoints month = month(ledger(capped, Sample.result(kpi, "2021-01", 80, 100)), "2021-01");
        assertThat(month.raw().percent()).isEqualByComparingTo("7.5");
        assertThat(month.raw().capped()).isTrue();
    }

    @Test
    void while_credits_are_suspended_points_are_counted_and_nothing_is_applied() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", 12);
        Suspension covid = new Suspension(
                "imt",
                LocalDate.parse("2020-03-23"),
                LocalDate.parse("2020-09-30"),
                "Covid-19",
                null,
                Instant.EPOCH,
                "board",
                "subject");
        PointsLedger ledger = new PointsLedger(
                List.of(Sample.result(kpi, "2020-09", 92, 100), Sample.result(kpi, "2020-10", 92, 100)),
                List.of(BY_COLOUR),
                List.of(covid));
        MonthPoints september = month(ledger, "2020-09");
        assertThat(september.afterMitigation().creditPence()).hasValue(200_000);
        assertThat(september.applied().creditPence()).hasValue(0);
        assertThat(september.applied().points()).isEqualTo(12);
        assertThat(month(ledger, "2020-10").applied().creditPence()).hasValue(600_000);
    }

    @Test
    void an_indicator_that_is_no_kpi_costs_nothing_and_before_the_first_scheme_nothing_is_counted() {
        Kpi indicator = Sample.kpi("PI", Kind.PI, "95", "90", 0);
        PointsLedger ledger = ledger(BY_COLOUR, Sample.result(indicator, "2021-01", 1, 100));
        assertThat(month(ledger, "2021-01").kpis()).isEmpty();
        assertThat(ledger.of(YearMonth.parse("2015-03"), CHARGE)).isEmpty();
    }

    @Test
    void worse_never_costs_less_and_the_cap_always_holds() {
        record Case(long better, long worse, int weight, String cap) {}
        Laws.forAll(
                "credits rise with the miss, up to the cap",
                draw -> {
                    long worse = draw.between(0L, 100L);
                    return new Case(
                            draw.between(worse, 100L), worse, draw.between(0, 60), draw.oneOf("0", "3", "7.5", "100"));
                },
                2_000,
                drawn -> {
                    Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", drawn.weight);
                    Scheme scheme = scheme(BY_COLOUR.bands(), drawn.cap);
                    Charge less = charge(scheme, Sample.result(kpi, "2021-01", drawn.better, 100));
                    Charge more = charge(scheme, Sample.result(kpi, "2021-01", drawn.worse, 100));
                    assertThat(more.points()).isGreaterThanOrEqualTo(less.points());
                    assertThat(more.percent())
                            .isGreaterThanOrEqualTo(less.percent())
                            .isLessThanOrEqualTo(percent(drawn.cap));
                    assertThat(more.creditPence().orElseThrow())
                            .isLessThanOrEqualTo(Scheme.credit(CHARGE.orElseThrow(), percent(drawn.cap)));
                });
    }

    @Test
    void a_scheme_under_which_worse_costs_less_is_refused() {
        assertThatThrownBy(() -> scheme(
                                List.of(new Band("red", Rag.RED, null, 2), new Band("amber", Rag.AMBER, null, 1)), "10")
                        .checked())
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Scheme(
                                "imt",
                                START,
                                BY_COLOUR.bands(),
                                2,
                                List.of(new Step(5, percent("4")), new Step(10, percent("2"))),
                                percent("10"),
                                "test",
                                null)
                        .checked())
                .isInstanceOf(RuleBroken.class);
        assertThat(MODEL_AGREEMENT.checked()).isEqualTo(MODEL_AGREEMENT);
    }

    private static Charge charge(Scheme scheme, KpiResult result) {
        return month(ledger(scheme, result), "2021-01").raw();
    }

    private static PointsLedger ledger(Scheme scheme, KpiResult... results) {
        return new PointsLedger(List.of(results), List.of(scheme), List.of());
    }

    private static int raw(PointsLedger ledger, String month) {
        return month(ledger, month).raw().points();
    }

    private static MonthPoints month(PointsLedger ledger, String month) {
        return ledger.of(YearMonth.parse(month), CHARGE).orElseThrow();
    }

    private static Scheme scheme(List<Band> bands, String cap) {
        return new Scheme("imt", START, bands, 2, STEPS, percent(cap), "test", null);
    }

    private static BigDecimal percent(String text) {
        return new BigDecimal(text);
    }
}
