package uk.jointdesk.kpi.credit.pack;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.credit.domain.Charge;
import uk.jointdesk.kpi.credit.domain.KpiPoints;
import uk.jointdesk.kpi.credit.domain.MonthPoints;
import uk.jointdesk.kpi.credit.domain.Suspension;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Balance;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.register.domain.Family;

/** The service points of a family: month by month with the credit, and of each KPI that missed its target. */
record PointsTables(Family family, List<MonthPoints> months) {

    List<Table> tables() {
        return months.isEmpty() ? List.of() : List.of(byMonth(), byKpi());
    }

    /** The points of a month are those of its KPIs. */
    List<Balance> balances() {
        return months.stream()
                .map(month -> new Balance(id(month.month(), "raw"), ofKpis(month, "points"), List.of()))
                .toList();
    }

    private List<String> ofKpis(MonthPoints month, String what) {
        return month.kpis().stream()
                .map(one -> id(month.month(), one.result().kpi().code() + "/" + what))
                .toList();
    }

    private Table byMonth() {
        return new Table(
                "points-" + family.code(),
                "Service points and credits of " + family.title() + "; credits in pounds",
                List.of("Month"),
                List.of(
                        "Points",
                        "Points after mitigation",
                        "Per cent of charge",
                        "Per cent after mitigation",
                        "Credit",
                        "Credit after mitigation",
                        "Credit applied",
                        "Suspended"),
                months.stream().map(this::row).toList());
    }

    private Table.Row row(MonthPoints month) {
        Map<String, Amount> cells = new LinkedHashMap<>();
        cells.put("raw", Amount.number(month.raw().points()));
        cells.put("afterMitigation", Amount.number(month.afterMitigation().points()));
        cells.put("rawPercent", percent(month.raw()));
        cells.put("percentAfterMitigation", percent(month.afterMitigation()));
        cells.put("rawCredit", pounds(month.raw()));
        cells.put("creditAfterMitigation", pounds(month.afterMitigation()));
        cells.put("appliedCredit", pounds(month.applied()));
        cells.put(
                "suspended",
                Amount.text(month.suspension().map(Suspension::reason).orElse("no")));
        return new Table.Row(List.of(month.month().toString()), figures(month.month(), "", cells));
    }

    private Table byKpi() {
        List<Table.Row> rows = new ArrayList<>();
        months.forEach(month -> month.kpis().forEach(one -> rows.add(row(month.month(), one))));
        return new Table(
                "pointsByKpi-" + family.code(),
                "Points of each KPI that missed its target: factor times weight times multiplier",
                List.of("Month", "Indicator"),
                List.of("Colour", "Band", "Factor", "Weight", "Multiplier", "Points", "Points after mitigation"),
                rows);
    }

    private Table.Row row(YearMonth month, KpiPoints one) {
        String code = one.result().kpi().code();
        Map<String, Amount> cells = new LinkedHashMap<>();
        cells.put("colour", Amount.text(one.result().raw().name()));
        cells.put("band", Amount.text(one.band().title()));
        cells.put("factor", Amount.number(one.band().factor()));
        cells.put("weight", Amount.number(one.weight()));
        cells.put("multiplier", Amount.number(one.multiplier()));
        cells.put("points", Amount.number(one.raw()));
        cells.put("afterMitigation", Amount.number(one.afterMitigation()));
        return new Table.Row(List.of(month.toString(), code), figures(month, code + "/", cells));
    }

    private List<Figure> figures(YearMonth month, String of, Map<String, Amount> cells) {
        return cells.entrySet().stream()
                .map(cell -> figure(month, of + cell.getKey(), cell.getValue()))
                .toList();
    }

    private Figure figure(YearMonth month, String what, Amount amount) {
        Map<String, String> at = Map.of(
                Figure.PARTNER,
                Cell.ALL,
                "family",
                family.code(),
                "measure",
                what,
                "period",
                month.toString(),
                "from",
                month.atDay(1).toString(),
                "to",
                month.atEndOfMonth().toString());
        return Figure.of(id(month, what), ServicePointsSection.DEFINITION, at, amount, Evidence.NONE);
    }

    private String id(YearMonth month, String what) {
        return "service-points/%s/%s/%s".formatted(family.code(), month, what);
    }

    private static Amount percent(Charge charge) {
        return Amount.of(Amount.Unit.PERCENT, charge.percent().setScale(2).toPlainString());
    }

    private static Amount pounds(Charge charge) {
        return Amount.of(
                Amount.Unit.NUMBER,
                charge.creditPence().isEmpty()
                        ? null
                        : BigDecimal.valueOf(charge.creditPence().getAsLong(), 2)
                                .toPlainString());
    }
}
