package uk.jointdesk.kpi.result.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.measurement.domain.Measurement;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Source;

/**
 * What results are made of.
 *
 * @param measured the measurements that stand
 * @param mitigations every request for relief, decided or not
 * @param counted what a formula over tickets counts in a month
 * @param thisMonth nothing is counted of months after it
 */
public record KpiFacts(
        List<Measurement> measured,
        List<Mitigation> mitigations,
        BiFunction<Formula, YearMonth, Figure> counted,
        YearMonth thisMonth) {

    private record Key(String kpi, YearMonth month) {}

    /** The results of the months in which an indicator is measured, by indicator and month. */
    public List<KpiResult> results(Collection<Kpi> kpis, ReportPeriod period) {
        Map<Key, Measurement> byMonth = measured.stream()
                .collect(Collectors.toMap(one -> new Key(one.kpi(), one.month()), Function.identity()));
        return kpis.stream()
                .flatMap(kpi -> period.months().stream()
                        .filter(kpi::measuredIn)
                        .map(month -> new KpiResult(kpi, month, figure(kpi, month, byMonth), relief(kpi, month))))
                .toList();
    }

    private Figure figure(Kpi kpi, YearMonth month, Map<Key, Measurement> byMonth) {
        return kpi.definition().source() == Source.TICKETS
                ? counted(kpi, month)
                : Optional.ofNullable(byMonth.get(new Key(kpi.code(), month)))
                        .map(KpiFacts::figure)
                        .orElse(Figure.NOTHING);
    }

    private Figure counted(Kpi kpi, YearMonth month) {
        return kpi.formula(month)
                .filter(formula -> !month.isAfter(thisMonth))
                .map(formula -> counted.apply(formula, month))
                .orElse(Figure.NOTHING);
    }

    private static Figure figure(Measurement one) {
        return new Figure(one.numerator(), one.denominator(), Map.of(), one.evidence(), one.recordedAt());
    }

    private Optional<Mitigation> relief(Kpi kpi, YearMonth month) {
        return mitigations.stream()
                .filter(one -> one.request().kpi().equals(kpi.code()) && one.relieves(month))
                .findFirst();
    }
}
