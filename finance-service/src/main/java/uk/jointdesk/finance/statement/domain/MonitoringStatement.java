package uk.jointdesk.finance.statement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.year.domain.Period;

/**
 * The budget monitoring statement: what was agreed, what was spent, what is expected, and what each forecast was read
 * from. Covid-19 spend is tracked apart (Joint Committee, June 2021, update report, section 4).
 */
public final class MonitoringStatement {
    private static final String WITHOUT_COVID = "SERVICE";
    private static final String COVID = "COVID";

    private final List<LinePosition> positions;
    private final Period upTo;
    private final MonitoringTable tables;

    private MonitoringStatement(List<LinePosition> positions, Period upTo) {
        this.positions = positions;
        this.upTo = upTo;
        this.tables = new MonitoringTable(upTo);
    }

    /** @param asAt when the ledger last changed, or null */
    public static Statement of(List<LinePosition> positions, Period upTo, Instant asAt) {
        return new MonitoringStatement(positions, upTo).statement(asAt);
    }

    private Statement statement(Instant asAt) {
        Table service = lines("lines", "Lines of the budget", kind -> kind != PoolKind.COVID);
        Table covid = lines("covid", "Covid-19 lines", kind -> kind == PoolKind.COVID);
        List<Section> sections = new ArrayList<>();
        sections.add(service(service));
        if (covid.rows().size() > 1) {
            sections.add(
                    new Section("covid", "Covid-19 expenditure", List.of(headline(covid)), List.of(covid), List.of()));
            sections.add(everything(service, covid));
        }
        return new Statement(heading(asAt), sections, definitions(), notes());
    }

    private Heading heading(Instant asAt) {
        return new Heading(
                "budget-monitoring",
                "Budget monitoring statement",
                null,
                upTo,
                "The budget of the year, what was posted up to P" + upTo.number()
                        + " and the latest forecast made by then.",
                asAt);
    }

    private Table lines(String code, String caption, Predicate<PoolKind> wanted) {
        return tables.lines(
                code,
                caption,
                positions.stream()
                        .filter(line -> wanted.test(line.pool().kind()))
                        .toList());
    }

    private Section service(Table lines) {
        Table kinds = kinds(lines);
        Chart chart = MonitoringTable.bars("kinds", "Budget, actual and forecast of each kind of cost", kinds);
        return new Section(
                "service",
                "The service, without Covid-19",
                List.of(headline(lines)),
                List.of(lines, kinds),
                kinds.rows().isEmpty() ? List.of() : List.of(chart));
    }

    private Table kinds(Table lines) {
        List<Table.Row> rows = Stream.of(PoolKind.values())
                .filter(kind -> kind != PoolKind.COVID)
                .map(kind -> rowsOf(kind, lines))
                .flatMap(List::stream)
                .toList();
        return tables.groups("kinds", "Kinds of cost", "Kind", rows);
    }

    private List<Table.Row> rowsOf(PoolKind kind, Table lines) {
        List<String> codes = positions.stream()
                .filter(line -> line.pool().kind() == kind)
                .map(line -> line.pool().code())
                .toList();
        List<Table.Row> rows = lines.rows().stream()
                .filter(row -> !row.sum() && codes.contains(row.code()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(tables.sum("kinds", kind.name(), MonitoringTable.kindTitle(kind), rows));
    }

    private Section everything(Table service, Table covid) {
        Table.Row base = tables.sum("all", WITHOUT_COVID, "Without Covid-19", List.of(last(service)));
        Table.Row apart = tables.sum("all", COVID, "Covid-19", List.of(last(covid)));
        Table.Row all = tables.sum("all", "ALL", "All", List.of(base, apart));
        Table table = tables.groups("all", "The service and Covid-19 together", "Part", List.of(base, apart, all));
        return new Section("all", "All together", List.of(headline(table)), List.of(table), List.of());
    }

    private static Table.Row last(Table table) {
        return table.rows().get(table.rows().size() - 1);
    }

    private static String headline(Table table) {
        List<Cell> cells = last(table).cells();
        return "Forecast outturn %s: %s the budget of %s. Spent to date: %s."
                .formatted(
                        Pounds.written(cells.get(MonitoringTable.FORECAST).amount()),
                        Pounds.overOrUnder(cells.get(MonitoringTable.VARIANCE).amount()),
                        Pounds.written(cells.get(MonitoringTable.BUDGET).amount()),
                        Pounds.written(cells.get(MonitoringTable.ACTUAL).amount()));
    }

    private List<String> notes() {
        return Notes.about(positions.stream().map(LinePosition::pool).toList());
    }

    static List<Definition> definitions() {
        return List.of(
                new Definition("Budget", "What was agreed to be spent in the year."),
                new Definition(
                        "Budget to date",
                        "The part of the budget that belongs to the months up to the end of the period, in twelfths."),
                new Definition(
                        "Actual to date", "Expenditure less income posted to the line, in all periods up to it."),
                new Definition("Commitments", "What was ordered and is neither invoiced nor accrued."),
                new Definition(
                        "Forecast outturn",
                        "What the line is expected to cost in the whole year, and the periods that was read from;"
                                + " without a forecast, what was posted."),
                new Definition("Variance", "Forecast outturn less budget. Above zero is over budget."));
    }
}
