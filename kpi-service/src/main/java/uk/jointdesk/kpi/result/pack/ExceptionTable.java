package uk.jointdesk.kpi.result.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.mitigation.domain.Request;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.result.domain.GreenTrend;
import uk.jointdesk.kpi.result.domain.KpiException;

/** What a board must hear of a family's indicators: months short of target with the relief agreed, and declines. */
record ExceptionTable(FamilyReport report) {

    static final Definition DEFINITION = new Definition(
            "kpi-exceptions",
            1,
            "Every result short of its target, with the mitigation agreed for it or marked NOT_MITIGATED, and indicators"
                    + " that are green and falling. " + GreenTrend.RULE);

    Table table() {
        List<Table.Row> rows = report.kpis().stream()
                .flatMap(kpi -> KpiException.of(kpi, report.of(kpi)).stream().map(one -> row(kpi, one)))
                .toList();
        return new Table(
                "exceptions-" + report.family().code(),
                "Exceptions of " + report.family().title(),
                List.of("Indicator", "Why"),
                List.of("Months and colours", "Reason", "Dependency", "Impact", "Path to green", "Months to target"),
                rows);
    }

    private Table.Row row(Kpi kpi, KpiException one) {
        Map<String, Amount> cells = new LinkedHashMap<>();
        cells.put("months", Amount.text(months(one)));
        cells.put("reason", Amount.text(told(one, Request::reason)));
        cells.put("dependency", Amount.text(told(one, Request::dependency)));
        cells.put("impact", Amount.text(told(one, Request::impact)));
        cells.put("pathToGreen", Amount.text(told(one, Request::pathToGreen)));
        cells.put(
                "monthsToTarget",
                Amount.of(
                        Amount.Unit.NUMBER,
                        one.trend()
                                .map(GreenTrend::monthsToTarget)
                                .map(count -> Integer.toString(count))
                                .orElse(null)));
        return new Table.Row(
                List.of(kpi.code(), one.kind().name()),
                cells.entrySet().stream()
                        .map(cell -> figure(one, cell.getKey(), cell.getValue()))
                        .toList());
    }

    private static String months(KpiException one) {
        return one.results().stream()
                .map(result -> result.month() + " " + result.raw())
                .collect(Collectors.joining(", "));
    }

    private static String told(KpiException one, Function<Request, String> what) {
        return one.mitigation()
                .map(Mitigation::request)
                .flatMap(request -> Optional.ofNullable(what.apply(request)))
                .orElse(null);
    }

    /** Mitigated months are told apart by the first of them: a KPI has one relief a month. */
    private Figure figure(KpiException one, String what, Amount amount) {
        String first = one.months().get(0).toString();
        Map<String, String> at = Map.of(
                Figure.PARTNER,
                Cell.ALL,
                "family",
                report.family().code(),
                "kpi",
                one.kpi().code(),
                "kind",
                one.kind().name(),
                "measure",
                what,
                "period",
                first);
        String id = "kpis/%s/exceptions/%s/%s/%s/%s"
                .formatted(report.family().code(), one.kpi().code(), one.kind(), first, what);
        return Figure.of(id, DEFINITION, at, amount, Evidence.NONE).forAudience(report.audience(one.kpi()));
    }
}
