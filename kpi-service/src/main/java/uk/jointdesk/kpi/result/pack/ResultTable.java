package uk.jointdesk.kpi.result.pack;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Rating;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.pack.domain.Verdict;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Unit;
import uk.jointdesk.kpi.result.domain.KpiResult;

/** Each indicator of a family, month by month, with its raw colour. */
record ResultTable(FamilyReport report) {

    static final Definition DEFINITION = new Definition(
            "kpi-results",
            1,
            "The result of an indicator in a month in which it is live or retiring on the month's last day: numerator over"
                    + " denominator, counted from tickets by its formula or measured and handed in with evidence. The"
                    + " colour is the raw one, by figure and levels alone; relief stands in the exceptions.");

    Table table() {
        List<YearMonth> months = report.period().months();
        List<Table.Row> rows = report.kpis().stream()
                .filter(kpi -> !report.of(kpi).isEmpty())
                .map(kpi -> new Table.Row(List.of(kpi.code(), kpi.definition().title()), cells(kpi, months)))
                .toList();
        return new Table(
                "results-" + report.family().code(),
                "Results of " + report.family().title(),
                List.of("Indicator", "Title"),
                months.stream().map(YearMonth::toString).toList(),
                rows);
    }

    private List<Figure> cells(Kpi kpi, List<YearMonth> months) {
        Map<YearMonth, KpiResult> byMonth = new TreeMap<>();
        report.of(kpi).forEach(result -> byMonth.put(result.month(), result));
        YearMonth last = byMonth.keySet().stream().reduce((one, later) -> later).orElseThrow();
        List<Figure> cells = new ArrayList<>();
        months.forEach(month -> cells.add(byMonth.containsKey(month) ? cell(byMonth.get(month), last) : null));
        return cells;
    }

    private Figure cell(KpiResult result, YearMonth last) {
        Kpi kpi = result.kpi();
        YearMonth month = result.month();
        Map<String, String> at = Map.of(
                Figure.PARTNER,
                Cell.ALL,
                "family",
                report.family().code(),
                "kpi",
                kpi.code(),
                "period",
                month.toString(),
                "from",
                month.atDay(1).toString(),
                "to",
                month.atEndOfMonth().toString());
        String id = "kpis/%s/%s/%s".formatted(report.family().code(), kpi.code(), month);
        return Figure.of(id, DEFINITION, at, amount(result), report.evidence(result))
                .judged(verdict(result, month.equals(last)))
                .forAudience(report.audience(kpi));
    }

    private static Amount amount(KpiResult result) {
        var figure = result.figure();
        List<Amount.Excluded> excluded = figure.excluded().entrySet().stream()
                .map(left -> new Amount.Excluded(left.getKey().name(), left.getValue()))
                .toList();
        if (result.kpi().unit() == Unit.PERCENT) {
            return Amount.ratio(figure.numerator(), figure.denominator(), excluded);
        }
        String value = result.value().map(Unit.NUMBER::print).orElse(null);
        // Out of one month there is no ratio to show.
        Long denominator = figure.denominator() <= 1 ? null : figure.denominator();
        return new Amount(Amount.Unit.NUMBER, value, figure.numerator(), denominator, excluded);
    }

    /** A notice speaks of each KPI once, by its latest result. */
    private Verdict verdict(KpiResult result, boolean latest) {
        Kpi kpi = result.kpi();
        Optional<Level> level = kpi.levels().on(result.month().atEndOfMonth());
        return new Verdict(
                level.map(Level::tsl).orElse(null),
                level.map(Level::msl).orElse(null),
                result.raw().name(),
                latest && kpi.definition().kind() == Kind.KPI ? indicator(result) : null);
    }

    private Verdict.Kpi indicator(KpiResult result) {
        Rating rating = report.rule(result.month())
                .map(rule -> Rating.valueOf(result.rating(rule).name()))
                .orElse(null);
        return new Verdict.Kpi(result.kpi().code(), result.kpi().definition().title(), rating);
    }
}
