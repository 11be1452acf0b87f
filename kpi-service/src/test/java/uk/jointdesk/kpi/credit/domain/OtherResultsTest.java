package uk.jointdesk.kpi.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.register.domain.Definition;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.FormulaKind;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.result.domain.Figure;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.Sample;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.Cost;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.CreditChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.OtherLevel;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.PointsChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.Tried;
import uk.jointdesk.kpi.whatif.domain.Shift;

class OtherResultsTest {

    private static final LocalDate START = LocalDate.parse("2015-04-01");
    private static final Range SPRING = new Range(LocalDate.parse("2021-03-01"), LocalDate.parse("2021-04-30"));
    private static final Scheme SCHEME = new Scheme(
            "imt",
            START,
            List.of(new Band("minimum met", Rag.AMBER, null, 1), new Band("minimum missed", Rag.RED, null, 2)),
            2,
            List.of(new Step(10, new BigDecimal("2")), new Step(20, new BigDecimal("6"))),
            new BigDecimal("10"),
            "contract",
            null);

    @Test
    void an_indicator_follows_the_tickets_that_its_formula_counts_and_no_others() {
        Map<Slice, Shift> shifts = Map.of(
                slice("P2", "INCIDENT", 0), Shift.of(Outcome.MET, Outcome.BREACHED),
                slice("P2", "INCIDENT", 1), Shift.of(Outcome.BREACHED, Outcome.NO_TARGET),
                slice("P2", "SERVICE_REQUEST", 0), Shift.of(Outcome.MET, Outcome.BREACHED),
                slice("P3", "INCIDENT", 0), Shift.of(Outcome.MET, Outcome.BREACHED));
        Kpi kpi = counted("P2", "INCIDENT");
        List<KpiResult> other = new OtherResults(tried(shifts, List.of()))
                .of(List.of(result(kpi, "2021-02", 95), result(kpi, "2021-03", 95), result(kpi, "2021-04", 95)));
        assertThat(other).extracting(result -> result.figure().numerator()).containsExactly(95L, 94L, 95L);
        assertThat(other).extracting(result -> result.figure().denominator()).containsExactly(100L, 100L, 99L);
        assertThat(other.get(2).figure().excluded()).containsExactly(Map.entry(Exclusion.NO_TARGET, 1L));
        assertThat(other).extracting(KpiResult::raw).containsExactly(Rag.GREEN, Rag.AMBER, Rag.GREEN);
    }

    @Test
    void what_was_measured_elsewhere_stays_and_is_held_against_other_levels_from_their_day_on() {
        Kpi kpi = Sample.kpi("K01", Kind.KPI, "95", "90", 10);
        OtherLevel stricter = new OtherLevel(
                "K01",
                new Level(LocalDate.parse("2021-04-01"), new BigDecimal("99"), new BigDecimal("98"), null, "x", null));
        List<KpiResult> now = List.of(Sample.result(kpi, "2021-03", 96, 100), Sample.result(kpi, "2021-04", 96, 100));
        List<KpiResult> other = new OtherResults(tried(
                        Map.of(slice("P2", "INCIDENT", 0), Shift.of(Outcome.MET, Outcome.BREACHED)), List.of(stricter)))
                .of(now);
        assertThat(other).extracting(KpiResult::raw).containsExactly(Rag.GREEN, Rag.RED);
        assertThat(other)
                .extracting(KpiResult::figure)
                .isEqualTo(now.stream().map(KpiResult::figure).toList());
        PointsComparison comparison = new PointsComparison(
                "imt",
                new PointsLedger(now, List.of(SCHEME), List.of()),
                new PointsLedger(other, List.of(SCHEME), List.of()),
                OptionalLong.of(3_333_333));
        var changes = comparison.changes(List.of(YearMonth.parse("2021-03"), YearMonth.parse("2021-04")));
        assertThat(changes.points()).containsExactly(new PointsChange("imt", "2021-04", "K01", 0, 20));
        assertThat(changes.credits())
                .containsExactly(new CreditChange(
                        "imt",
                        "2021-04",
                        new Cost(0, new BigDecimal("0.00"), OptionalLong.of(0)),
                        new Cost(20, new BigDecimal("6.00"), OptionalLong.of(200_000))));
    }

    private static Tried tried(Map<Slice, Shift> shifts, List<OtherLevel> levels) {
        return new Tried(SPRING, shifts, levels, Map.of());
    }

    private static Slice slice(String priority, String type, int month) {
        return new Slice("LBL", priority, type, null, month);
    }

    private static Kpi counted(String priority, String type) {
        Kpi measured = Sample.kpi("K02", Kind.KPI, "95", "90", 10);
        Definition known = measured.definition();
        Formula formula = new Formula(
                1,
                START,
                FormulaKind.RESOLVED_WITHIN_TARGET,
                new TreeSet<>(List.of(type)),
                new TreeSet<>(List.of(priority)),
                0);
        return new Kpi(
                new Definition(
                        known.code(),
                        known.family(),
                        known.title(),
                        known.kind(),
                        known.unit(),
                        known.direction(),
                        Source.TICKETS,
                        known.audience(),
                        known.note()),
                measured.life(),
                measured.levels(),
                List.of(formula),
                measured.weights(),
                measured.lineage(),
                1);
    }

    private static KpiResult result(Kpi kpi, String month, long met) {
        return new KpiResult(kpi, YearMonth.parse(month), new Figure(met, 100, Map.of(), null, null), Optional.empty());
    }
}
