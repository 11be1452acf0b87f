package uk.jointdesk.kpi.credit.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The service points of a family in one month.
 *
 * @param kpis the KPIs that missed their target
 * @param raw as if nothing had been mitigated
 * @param applied what is to be credited: after mitigation, and nothing while credits are suspended
 */
public record MonthPoints(
        YearMonth month,
        Scheme scheme,
        List<KpiPoints> kpis,
        Charge raw,
        Charge afterMitigation,
        Charge applied,
        Optional<Suspension> suspension) {

    public MonthPoints {
        kpis = List.copyOf(kpis);
        int sum = kpis.stream().mapToInt(KpiPoints::raw).sum();
        if (sum != raw.points()) {
            throw new IllegalArgumentException("the points of " + month + " do not add up to " + raw.points());
        }
    }
}
