package uk.jointdesk.kpi.credit.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.Changes;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.Cost;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.CreditChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints.PointsChange;

/**
 * The service points of a family as they are and as they would be.
 *
 * @param monthlyPence empty where nobody said what a month costs
 */
public record PointsComparison(String family, PointsLedger before, PointsLedger after, OptionalLong monthlyPence) {

    /** What would change in these months; a month without a scheme costs nothing either way. */
    public Changes changes(List<YearMonth> months) {
        List<PointsChange> points = months.stream()
                .flatMap(month -> pointsOf(month).stream())
                .filter(change -> change.before() != change.after())
                .toList();
        List<CreditChange> credits = months.stream()
                .map(month -> new CreditChange(family, month.toString(), cost(before, month), cost(after, month)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
        return new Changes(points, credits);
    }

    private List<PointsChange> pointsOf(YearMonth month) {
        Map<String, Integer> was = byKpi(before, month);
        Map<String, Integer> is = byKpi(after, month);
        TreeSet<String> kpis = new TreeSet<>(was.keySet());
        kpis.addAll(is.keySet());
        return kpis.stream()
                .map(kpi -> new PointsChange(
                        family, month.toString(), kpi, was.getOrDefault(kpi, 0), is.getOrDefault(kpi, 0)))
                .toList();
    }

    private Map<String, Integer> byKpi(PointsLedger ledger, YearMonth month) {
        Map<String, Integer> points = new TreeMap<>();
        ledger.of(month, monthlyPence).ifPresent(found -> found.kpis()
                .forEach(one -> points.put(one.result().kpi().code(), one.afterMitigation())));
        return points;
    }

    /** What is applied: nothing is taken while credits are suspended, whatever the points. */
    private Cost cost(PointsLedger ledger, YearMonth month) {
        return ledger.of(month, monthlyPence)
                .map(MonthPoints::applied)
                .map(charge -> new Cost(charge.points(), charge.percent().setScale(2), charge.creditPence()))
                .orElse(new Cost(0, BigDecimal.ZERO.setScale(2), OptionalLong.empty()));
    }
}
