package uk.jointdesk.kpi.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.measurement.domain.Measurement;
import uk.jointdesk.kpi.measurement.store.MeasurementStore;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.store.MitigationStore;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.result.domain.Figure;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/** Results of indicators: facts held against the rules in force then, computed anew each time. */
@ApplicationScoped
public class Results {

    private final MeasurementStore measurements;
    private final MitigationStore mitigations;
    private final TicketFigures tickets;
    private final Today today;

    public Results(MeasurementStore measurements, MitigationStore mitigations, TicketFigures tickets, Today today) {
        this.measurements = measurements;
        this.mitigations = mitigations;
        this.tickets = tickets;
        this.today = today;
    }

    private record Key(String kpi, YearMonth month) {}

    /** The results of the months in which an indicator is measured, by indicator and month. */
    public List<KpiResult> of(Collection<Kpi> kpis, ReportPeriod period, Set<String> partners) {
        Set<String> codes = kpis.stream().map(Kpi::code).collect(Collectors.toSet());
        Map<Key, Measurement> measured = measurements.standing(codes, period.from(), period.to()).stream()
                .collect(Collectors.toMap(one -> new Key(one.kpi(), one.month()), one -> one));
        List<Mitigation> agreed =
                mitigations.of(codes).stream().filter(Mitigation::isAgreed).toList();
        List<KpiResult> found = new ArrayList<>();
        for (Kpi kpi : kpis) {
            Map<YearMonth, Figure> counted = counted(kpi, period, partners);
            period.months().stream()
                    .filter(kpi::measuredIn)
                    .map(month -> new KpiResult(
                            kpi, month, figure(kpi, month, measured, counted), relief(agreed, kpi, month)))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** The figures counted from tickets; months under the same formula are counted together. */
    private Map<YearMonth, Figure> counted(Kpi kpi, ReportPeriod period, Set<String> partners) {
        Map<YearMonth, Figure> figures = new HashMap<>();
        if (kpi.definition().source() == Source.TICKETS) {
            YearMonth now = YearMonth.from(today.day());
            Map<Formula, List<YearMonth>> months = new LinkedHashMap<>();
            period.months().stream().filter(month -> !month.isAfter(now)).forEach(month -> kpi.formula(month)
                    .ifPresent(formula -> months.computeIfAbsent(formula, none -> new ArrayList<>())
                            .add(month)));
            months.forEach((formula, under) -> figures.putAll(tickets.of(formula, under, partners)));
        }
        return figures;
    }

    private static Figure figure(
            Kpi kpi, YearMonth month, Map<Key, Measurement> measured, Map<YearMonth, Figure> counted) {
        if (kpi.definition().source() == Source.TICKETS) {
            return counted.getOrDefault(month, Figure.NOTHING);
        }
        return Optional.ofNullable(measured.get(new Key(kpi.code(), month)))
                .map(one -> new Figure(one.numerator(), one.denominator(), Map.of(), one.evidence(), one.recordedAt()))
                .orElse(Figure.NOTHING);
    }

    private static Optional<Mitigation> relief(List<Mitigation> agreed, Kpi kpi, YearMonth month) {
        return agreed.stream()
                .filter(one -> one.request().kpi().equals(kpi.code()) && one.relieves(month))
                .findFirst();
    }
}
