package uk.jointdesk.kpi.credit.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import uk.jointdesk.kpi.credit.domain.MonthPoints;
import uk.jointdesk.kpi.credit.domain.MonthlyCharge;
import uk.jointdesk.kpi.credit.domain.PointsLedger;
import uk.jointdesk.kpi.credit.store.SchemeStore;
import uk.jointdesk.kpi.credit.store.SuspensionStore;
import uk.jointdesk.kpi.credit.web.ServicePointsResource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Balance;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.result.domain.ReportPeriod;
import uk.jointdesk.kpi.result.pack.FamilyReports;
import uk.jointdesk.kpi.result.pack.KpiSection;

/** What missed targets cost a supplier. What a contract pays is exempt from publication. */
@ApplicationScoped
public class ServicePointsSection implements SectionSource {

    static final Definition DEFINITION = WholeService.definition(ServicePointsResource.DEFINITION);
    private static final String MONTHLY_CHARGE = "monthlyCharge";

    private final FamilyReports reports;
    private final SchemeStore schemes;
    private final SuspensionStore suspensions;

    public ServicePointsSection(FamilyReports reports, SchemeStore schemes, SuspensionStore suspensions) {
        this.reports = reports;
        this.schemes = schemes;
        this.suspensions = suspensions;
    }

    @Override
    public String code() {
        return "service-points";
    }

    @Override
    public String title() {
        return "Service points and credits";
    }

    @Override
    public Audience audience() {
        return Audience.EXEMPT;
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of(FamilyReports.FAMILY, reports.codes(), MONTHLY_CHARGE, Set.of());
    }

    @Override
    public Optional<String> objection(String option, String value) {
        return MONTHLY_CHARGE.equals(option)
                ? Optional.of(MonthlyCharge.FORM)
                        .filter(form -> MonthlyCharge.pence(value).isEmpty())
                : SectionSource.super.objection(option, value);
    }

    @Override
    public SectionContent content(SectionRequest request) {
        String charge = request.option(MONTHLY_CHARGE, null);
        OptionalLong pence = charge == null ? OptionalLong.empty() : MonthlyCharge.pence(charge);
        List<Table> tables = new ArrayList<>();
        List<Balance> balances = new ArrayList<>();
        KpiSection.months(request.range())
                .ifPresent(period -> reports.asked(request).forEach(family -> {
                    PointsTables points = new PointsTables(family, months(family, period, pence));
                    tables.addAll(points.tables());
                    balances.addAll(points.balances());
                }));
        return SectionContent.of(tables, List.of(DEFINITION)).withBalances(balances);
    }

    /** The months in which a scheme is in force; the month before the first tells whether a miss is a repeat. */
    private List<MonthPoints> months(Family family, ReportPeriod period, OptionalLong pence) {
        ReportPeriod reached = new ReportPeriod(period.from().minusMonths(1), period.to());
        PointsLedger ledger = new PointsLedger(
                reports.of(family, reached).results(),
                schemes.forAll(family.code()),
                suspensions.forAll(family.code()));
        return period.months().stream()
                .flatMap(month -> ledger.of(month, pence).stream())
                .toList();
    }
}
