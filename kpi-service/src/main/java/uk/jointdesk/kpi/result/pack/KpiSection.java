package uk.jointdesk.kpi.result.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.kpi.pack.domain.Balance;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.result.domain.ReportPeriod;

/** KPI summary, results and exceptions of one family of the register, or of all of them. */
@ApplicationScoped
public class KpiSection implements SectionSource {

    private final FamilyReports reports;

    public KpiSection(FamilyReports reports) {
        this.reports = reports;
    }

    @Override
    public String code() {
        return "kpis";
    }

    @Override
    public String title() {
        return "Key performance indicators";
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of(FamilyReports.FAMILY, reports.codes());
    }

    @Override
    public SectionContent content(SectionRequest request) {
        List<Table> tables = new ArrayList<>();
        List<Balance> balances = new ArrayList<>();
        months(request.range()).ifPresent(period -> {
            for (Family family : reports.asked(request)) {
                FamilyReport report = reports.of(family, period);
                SummaryTable summary = new SummaryTable(report);
                tables.addAll(
                        List.of(summary.table(), new ResultTable(report).table(), new ExceptionTable(report).table()));
                balances.addAll(summary.balances());
            }
        });
        return SectionContent.of(
                        tables, List.of(ExceptionTable.DEFINITION, ResultTable.DEFINITION, SummaryTable.DEFINITION))
                .withBalances(balances);
    }

    /** The months whose last day is in the range; results are by month. */
    public static Optional<ReportPeriod> months(Range range) {
        YearMonth first = YearMonth.from(range.from());
        YearMonth last = YearMonth.from(range.to().plusDays(1)).minusMonths(1);
        return last.isBefore(first) ? Optional.empty() : Optional.of(new ReportPeriod(first, last));
    }
}
