package uk.jointdesk.kpi.credit.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.result.domain.KpiResult;

/**
 * Counts the service points of a family from its results, which must reach one month before the first month asked for: a
 * miss in consecutive months costs more. A month that is relieved starts no such series.
 *
 * @param schemes by the day they begin
 */
public record PointsLedger(List<KpiResult> results, List<Scheme> schemes, List<Suspension> suspensions) {

    /** The points of a month; empty when no scheme is in force on its last day. */
    public Optional<MonthPoints> of(YearMonth month, OptionalLong monthlyPence) {
        return scheme(month).map(scheme -> {
            List<KpiPoints> kpis = results.stream()
                    .filter(result -> result.month().equals(month))
                    .filter(result -> result.kpi().countsIn(month))
                    .flatMap(result -> scheme.band(result).map(band -> points(result, band, scheme)).stream())
                    .toList();
            return month(month, scheme, kpis, monthlyPence);
        });
    }

    private MonthPoints month(YearMonth month, Scheme scheme, List<KpiPoints> kpis, OptionalLong monthlyPence) {
        int points = kpis.stream().mapToInt(KpiPoints::raw).sum();
        int left = kpis.stream().mapToInt(KpiPoints::afterMitigation).sum();
        Charge raw = Charge.of(points, scheme, monthlyPence);
        Charge after = Charge.of(left, scheme, monthlyPence);
        Optional<Suspension> suspension =
                suspensions.stream().filter(one -> one.covers(month)).findFirst();
        Charge applied = suspension.isPresent() ? after.suspended() : after;
        return new MonthPoints(month, scheme, kpis, raw, after, applied, suspension);
    }

    private KpiPoints points(KpiResult result, Band band, Scheme scheme) {
        LocalDate day = result.month().atEndOfMonth();
        int weight = result.kpi().points(day);
        Optional<KpiResult> before = before(result).filter(earlier -> isMissed(earlier));
        int multiplier = before.isPresent() ? scheme.repeatMultiplier() : 1;
        boolean stillRepeated =
                before.filter(earlier -> earlier.relief().isEmpty()).isPresent();
        int single = band.factor() * weight;
        int left = result.relief().isPresent() ? 0 : single * (stillRepeated ? scheme.repeatMultiplier() : 1);
        return new KpiPoints(result, band, weight, multiplier, single * multiplier, left);
    }

    private Optional<KpiResult> before(KpiResult result) {
        YearMonth month = result.month().minusMonths(1);
        return results.stream()
                .filter(earlier -> earlier.month().equals(month))
                .filter(earlier -> earlier.kpi().code().equals(result.kpi().code()))
                .findFirst();
    }

    private static boolean isMissed(KpiResult result) {
        return result.raw() == Rag.AMBER || result.raw() == Rag.RED;
    }

    private Optional<Scheme> scheme(YearMonth month) {
        return schemes.stream()
                .filter(scheme -> !scheme.from().isAfter(month.atEndOfMonth()))
                .reduce((earlier, later) -> later);
    }
}
