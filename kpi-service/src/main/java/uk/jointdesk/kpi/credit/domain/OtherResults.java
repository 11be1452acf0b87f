package uk.jointdesk.kpi.credit.domain;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.FormulaKind;
import uk.jointdesk.kpi.register.domain.GlidePath;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.result.domain.Figure;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.OtherLevel;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.Tried;
import uk.jointdesk.kpi.whatif.domain.Shift;

/** Results as they would be by other rules and levels. Relief that was agreed stays agreed. */
public record OtherResults(Tried tried) {

    public List<KpiResult> of(List<KpiResult> results) {
        return results.stream().map(this::of).toList();
    }

    private KpiResult of(KpiResult result) {
        return new KpiResult(kpi(result.kpi()), result.month(), figure(result), result.relief());
    }

    private Kpi kpi(Kpi kpi) {
        List<Level> levels = new ArrayList<>(kpi.levels().levels());
        tried.levels().stream()
                .filter(other -> other.kpi().equals(kpi.code()))
                .map(OtherLevel::level)
                .forEach(levels::add);
        return kpi.with(new GlidePath(levels));
    }

    /** What a formula counts follows the tickets; what was measured elsewhere stays as it was handed in. */
    private Figure figure(KpiResult result) {
        Kpi kpi = result.kpi();
        return kpi.formula(result.month())
                .filter(formula -> kpi.definition().source() == Source.TICKETS)
                .filter(formula -> formula.kind() == FormulaKind.RESOLVED_WITHIN_TARGET)
                .map(formula -> moved(result.figure(), shift(formula, result.month())))
                .orElse(result.figure());
    }

    private Shift shift(Formula formula, YearMonth month) {
        long number = ChronoUnit.MONTHS.between(YearMonth.from(tried.range().from()), month);
        return tried.shifts().entrySet().stream()
                .filter(entry -> entry.getKey().month() == number)
                .filter(entry -> isCounted(formula, entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Shift.NOTHING, Shift::plus);
    }

    private static boolean isCounted(Formula formula, Slice slice) {
        return isAsked(formula.types(), slice.type()) && isAsked(formula.priorities(), slice.priority());
    }

    private static boolean isAsked(Set<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value == null ? Cell.NONE : value);
    }

    private static Figure moved(Figure figure, Shift shift) {
        Map<Exclusion, Long> excluded = new TreeMap<>(figure.excluded());
        long without = without(shift.after()) - without(shift.before());
        if (without != 0) {
            excluded.merge(Exclusion.NO_TARGET, without, Long::sum);
        }
        return new Figure(
                figure.numerator() + shift.after().met() - shift.before().met(),
                figure.denominator() + shift.after().measured() - shift.before().measured(),
                excluded,
                figure.evidence(),
                figure.recordedAt());
    }

    private static long without(Score score) {
        return score.excluded().getOrDefault(Exclusion.NO_TARGET, 0L);
    }
}
