package uk.jointdesk.kpi.result.pack;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Balance;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.register.domain.Family;
import uk.jointdesk.kpi.result.domain.Tally;
import uk.jointdesk.kpi.result.web.SummaryResource;

/** How many KPIs met target or minimum, month by month, as the county's reports have it. */
record SummaryTable(FamilyReport report) {

    static final Definition DEFINITION = WholeService.definition(SummaryResource.DEFINITION);
    private static final List<String> PARTS = List.of("tslAchieved", "mslAchieved", "belowMsl", "noData");

    Table table() {
        List<Table.Row> rows = report.period().months().stream()
                .map(month -> new Table.Row(
                        List.of(month.toString(), contractMonth(month)),
                        counts(month).entrySet().stream()
                                .map(count -> figure(month, count.getKey(), count.getValue()))
                                .toList()))
                .toList();
        return new Table(
                "summary-" + report.family().code(),
                "KPI summary, " + report.period().heading(report.family()) + ", of "
                        + report.family().title(),
                List.of("Month", "Contract month"),
                List.of(
                        "TSL achieved",
                        "MSL achieved",
                        "Below MSL",
                        "No data",
                        "Total",
                        "Mitigation agreed",
                        "Below target, not relieved"),
                rows);
    }

    /** The colours of a month are all of its KPIs. */
    List<Balance> balances() {
        return report.period().months().stream()
                .map(month -> new Balance(
                        id(month, "total"),
                        PARTS.stream().map(part -> id(month, part)).toList(),
                        List.of()))
                .toList();
    }

    private String contractMonth(YearMonth month) {
        return report.family()
                .contractMonth(month)
                .map(Family.ContractMonth::month)
                .map(number -> Integer.toString(number))
                .orElse("before the contract");
    }

    private Map<String, Integer> counts(YearMonth month) {
        Tally tally = Tally.of(month, report.results());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("tslAchieved", tally.tslAchieved());
        counts.put("mslAchieved", tally.mslAchieved());
        counts.put("belowMsl", tally.belowMsl());
        counts.put("noData", tally.noData());
        counts.put("total", tally.total());
        counts.put("mitigationAgreed", tally.mitigationAgreed());
        counts.put(
                "notRelieved",
                Stream.of(
                                tally.afterMitigation().mslAchieved(),
                                tally.afterMitigation().belowMsl())
                        .mapToInt(Integer::intValue)
                        .sum());
        return counts;
    }

    private Figure figure(YearMonth month, String what, int count) {
        Map<String, String> at = Map.of(
                Figure.PARTNER,
                Cell.ALL,
                "family",
                report.family().code(),
                "measure",
                what,
                "period",
                month.toString(),
                "from",
                month.atDay(1).toString(),
                "to",
                month.atEndOfMonth().toString());
        return Figure.of(id(month, what), DEFINITION, at, Amount.number(count), Evidence.NONE)
                .forAudience(report.audienceOfAll());
    }

    private String id(YearMonth month, String what) {
        return "kpis/%s/summary/%s/%s".formatted(report.family().code(), month, what);
    }
}
