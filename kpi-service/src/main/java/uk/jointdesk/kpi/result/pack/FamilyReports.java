package uk.jointdesk.kpi.result.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.backlog.store.BacklogTickets;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.measurement.store.MeasurementStore;
import uk.jointdesk.kpi.mitigation.store.MitigationStore;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.register.Today;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.store.FamilyStore;
import uk.jointdesk.kpi.register.store.KpiStore;
import uk.jointdesk.kpi.register.store.RatingRules;
import uk.jointdesk.kpi.result.domain.Figure;
import uk.jointdesk.kpi.result.domain.KpiFacts;
import uk.jointdesk.kpi.result.domain.KpiResult;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.volumes.store.MovedTickets;

/** Reads the families of the register with their results, for every partner, whoever reads the pack later. */
@ApplicationScoped
public class FamilyReports {

    /** The option by which an author picks one family. */
    public static final String FAMILY = "family";

    private final FamilyStore families;
    private final KpiStore kpis;
    private final RatingRules rules;
    private final MeasurementStore measurements;
    private final MitigationStore mitigations;
    private final KpiTickets.Sources sources;
    private final Today today;

    public FamilyReports(
            FamilyStore families,
            KpiStore kpis,
            RatingRules rules,
            MeasurementStore measurements,
            MitigationStore mitigations,
            WholeService service,
            JudgedTickets judged,
            MovedTickets moved,
            BacklogTickets open,
            Today today) {
        this.families = families;
        this.kpis = kpis;
        this.rules = rules;
        this.measurements = measurements;
        this.mitigations = mitigations;
        this.sources = new KpiTickets.Sources(service, judged, moved, open);
        this.today = today;
    }

    /** The families an author can pick. */
    public Set<String> codes() {
        return families.everyOne().stream().map(Family::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The families asked for: the one that is named, or all. */
    public List<Family> asked(SectionRequest request) {
        String named = request.option(FAMILY, null);
        return families.everyOne().stream()
                .filter(family -> named == null || family.code().equals(named))
                .toList();
    }

    public FamilyReport of(Family family, ReportPeriod period) {
        List<Kpi> within = kpis.everyOneOf(family.code());
        Set<String> codes = within.stream().map(Kpi::code).collect(Collectors.toSet());
        KpiTickets tickets = new KpiTickets(sources, period);
        Map<Counted, Behind> behind = new HashMap<>();
        List<KpiResult> results = new KpiFacts(
                        measurements.standingForAll(codes, period.from(), period.to()),
                        mitigations.forAll(codes),
                        (formula, month) -> counted(behind, tickets, formula, month),
                        YearMonth.from(today.day()))
                .results(within, period);
        return new FamilyReport(family, within, period, results, evidence(results, behind), rules.all());
    }

    private record Counted(Formula formula, YearMonth month) {}

    private static Figure counted(Map<Counted, Behind> behind, KpiTickets tickets, Formula formula, YearMonth month) {
        return behind.computeIfAbsent(new Counted(formula, month), none -> tickets.of(formula, month))
                .figure();
    }

    private static Map<FamilyReport.Key, Evidence> evidence(List<KpiResult> results, Map<Counted, Behind> behind) {
        Map<FamilyReport.Key, Evidence> evidence = new HashMap<>();
        for (KpiResult result : results) {
            result.kpi()
                    .formula(result.month())
                    .map(formula -> behind.get(new Counted(formula, result.month())))
                    .ifPresent(found ->
                            evidence.put(new FamilyReport.Key(result.kpi().code(), result.month()), found.evidence()));
        }
        return evidence;
    }
}
