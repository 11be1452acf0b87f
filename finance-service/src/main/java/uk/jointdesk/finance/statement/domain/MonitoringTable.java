package uk.jointdesk.finance.statement.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.year.domain.Period;

/** Lines of the budget with what the boards are shown of each: budget, actual, forecast, variance and its basis. */
final class MonitoringTable {
    static final int BUDGET = 0;
    static final int ACTUAL = 2;
    static final int FORECAST = 4;
    static final int VARIANCE = 5;
    private static final List<Table.Column> AMOUNTS = List.of(
            new Table.Column("budget", "Budget"),
            new Table.Column("budget-to-date", "Budget to date"),
            new Table.Column("actual", "Actual to date"),
            new Table.Column("commitments", "Commitments"),
            new Table.Column("forecast", "Forecast outturn"),
            new Table.Column("variance", "Variance"));
    private static final Table.Column BASIS = new Table.Column("basis", "Basis of forecast");
    private static final List<String> HEADS = List.of("Line", "Title");

    private final Period upTo;

    MonitoringTable(Period upTo) {
        this.upTo = upTo;
    }

    /** Every line, and their sum. */
    Table lines(String code, String caption, List<LinePosition> positions) {
        List<Table.Row> rows = new ArrayList<>(
                positions.stream().map(position -> row(code, position)).toList());
        rows.add(withoutBasis(code, sum(code, "ALL", "All lines", rows)));
        List<Table.Column> columns = new ArrayList<>(AMOUNTS);
        columns.add(BASIS);
        return new Table(code, caption, HEADS, columns, rows);
    }

    private static Table.Row withoutBasis(String code, Table.Row row) {
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.add(Cell.none(id(code, row.code(), BASIS)));
        return new Table.Row(row.code(), row.heads(), cells, row.sum());
    }

    private Table.Row row(String table, LinePosition line) {
        String code = line.pool().code();
        Money budget = line.pool().budget();
        boolean assumed = line.pool().assumption();
        Cell original = Cell.given(
                id(table, code, AMOUNTS.get(BUDGET)), budget, line.pool().source(), assumed);
        Cell forecast = Cell.given(id(table, code, AMOUNTS.get(FORECAST)), line.expected(), basis(line), false);
        List<Cell> cells = List.of(
                original,
                Cell.divided(id(table, code, AMOUNTS.get(1)), line.budgetToDate(), twelfths(budget), assumed),
                Cell.given(id(table, code, AMOUNTS.get(ACTUAL)), line.actual(), "Posted " + periods(), false),
                Cell.given(id(table, code, AMOUNTS.get(3)), line.commitments(), "Ordered, not invoiced", false),
                forecast,
                Cell.difference(id(table, code, AMOUNTS.get(VARIANCE)), forecast, original),
                Cell.words(id(table, code, BASIS), basis(line)));
        return new Table.Row(code, List.of(code, line.pool().title()), cells, false);
    }

    private String basis(LinePosition line) {
        Forecast forecast = line.forecast();
        return forecast == null
                ? "No forecast was made: what was posted " + periods()
                : "P" + forecast.basedFrom() + " to P" + forecast.basedTo() + ": " + forecast.cause();
    }

    private String twelfths(Money budget) {
        return Pounds.written(budget) + " × " + Math.min(upTo.number(), 12) + " of 12 months";
    }

    private String periods() {
        return "in P1 to P" + upTo.number();
    }

    /** One row for each group, adding up the rows of its lines. */
    Table groups(String code, String caption, String head, List<Table.Row> rows) {
        return new Table(code, caption, List.of(head, "Title"), AMOUNTS, rows);
    }

    /** A row that adds up others. */
    Table.Row sum(String table, String code, String title, List<Table.Row> rows) {
        List<Cell> cells = IntStream.range(0, AMOUNTS.size())
                .mapToObj(column -> Cell.sum(
                        id(table, code, AMOUNTS.get(column)),
                        rows.stream().map(row -> row.cells().get(column)).toList()))
                .toList();
        return new Table.Row(code, List.of(code, title), cells, true);
    }

    static Chart bars(String code, String title, Table table) {
        List<Table.Row> rows = table.rows();
        List<Chart.Series> series = List.of(BUDGET, ACTUAL, FORECAST).stream()
                .map(column -> new Chart.Series(
                        AMOUNTS.get(column).title(),
                        rows.stream().map(row -> row.cells().get(column).id()).toList()))
                .toList();
        return new Chart(code, title, rows.stream().map(Table.Row::code).toList(), series);
    }

    static String kindTitle(PoolKind kind) {
        return switch (kind) {
            case BASE -> "Base service";
            case COVID -> "Covid-19";
            case PROJECT -> "Projects";
            case CAPITAL -> "Capital";
            case NON_SHARED -> "Not shared";
        };
    }

    private static String id(String table, String row, Table.Column column) {
        return table + "/" + row + "/" + column.code();
    }
}
