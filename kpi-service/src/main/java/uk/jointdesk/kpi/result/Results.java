package uk.jointdesk.kpi.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.measurement.store.MeasurementStore;
import uk.jointdesk.kpi.mitigation.store.MitigationStore;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.result.domain.Figure;
import uk.jointdesk.kpi.result.domain.KpiFacts;
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

    /** The results of the months in which an indicator is measured, by indicator and month. */
    public List<KpiResult> of(Collection<Kpi> kpis, ReportPeriod period, Set<String> partners) {
        Set<String> codes = kpis.stream().map(Kpi::code).collect(Collectors.toSet());
        YearMonth now = YearMonth.from(today.day());
        List<YearMonth> months =
                period.months().stream().filter(month -> !month.isAfter(now)).toList();
        Map<Formula, Map<YearMonth, Figure>> counted = new HashMap<>();
        return new KpiFacts(
                        measurements.standing(codes, period.from(), period.to()),
                        mitigations.of(codes),
                        (formula, month) -> counted.computeIfAbsent(formula, once -> tickets.of(once, months, partners))
                                .get(month),
                        now)
                .results(kpis, period);
    }
}
