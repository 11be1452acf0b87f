package uk.jointdesk.finance.statement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** The year before, the year and the year after: budget, actual and expected outturn of each kind of cost. */
public final class ThreeYearsStatement {
    private static final String NO_COVID = "SERVICE";
    private static final List<Integer> SHOWN =
            List.of(MonitoringTable.BUDGET, MonitoringTable.ACTUAL, MonitoringTable.FORECAST);

    /**
     * One of the years.
     *
     * @param positions empty when the year has no budget
     */
    public record Year(FinancialYear year, List<LinePosition> positions) {}

    private final List<Year> years;
    private final List<Table> lines;

    private ThreeYearsStatement(List<Year> years, List<Table> lines) {
        this.years = years;
        this.lines = lines;
    }

    /**
     * @param years in order; the middle one is the statement's
     * @param upTo the period up to which the middle year is counted
     * @param asAt when the ledger last changed, or null
     */
    public static Statement of(List<Year> years, Period upTo, Instant asAt) {
        List<Table> lines = years.stream().map(year -> lines(year, upTo)).toList();
        return new ThreeYearsStatement(years, lines).statement(upTo, asAt);
    }

    private static Table lines(Year year, Period upTo) {
        Period counted = year.year().equals(upTo.year()) ? upTo : new Period(year.year(), Period.CLOSING);
        String code = year.year().code();
        return new MonitoringTable(counted).lines("lines-" + code, "Lines of " + code, year.positions());
    }

    private Statement statement(Period upTo, Instant asAt) {
        List<Table> kinds = SHOWN.stream().map(this::kinds).toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("kinds", "Three years side by side", unbudgeted(), kinds, List.of(bars(kinds))));
        for (int i = 0; i < years.size(); i++) {
            if (!years.get(i).positions().isEmpty()) {
                String code = years.get(i).year().code();
                sections.add(
                        new Section("lines-" + code, "Lines of " + code, List.of(), List.of(lines.get(i)), List.of()));
            }
        }
        return new Statement(heading(upTo, asAt), sections, MonitoringStatement.definitions(), notes());
    }

    private static Heading heading(Period upTo, Instant asAt) {
        String basis = "Budgets, what was posted, and the latest forecast of each year; %s up to P%d."
                .formatted(upTo.year().code(), upTo.number());
        return new Heading("three-years", "Three-year view", null, upTo, basis, asAt);
    }

    private List<String> notes() {
        return Notes.about(years.stream()
                .flatMap(year -> year.positions().stream())
                .map(LinePosition::pool)
                .toList());
    }

    private List<String> unbudgeted() {
        return years.stream()
                .filter(year -> year.positions().isEmpty())
                .map(year -> year.year().code() + " has no budget.")
                .toList();
    }

    /** One measure of every kind of cost, a column for each year. */
    private Table kinds(int measure) {
        Table.Column shown = lines.get(0).columns().get(measure);
        List<Table.Row> rows = new ArrayList<>();
        Stream.of(PoolKind.values())
                .filter(kind -> kind != PoolKind.COVID && isPresent(kind))
                .forEach(kind -> rows.add(row(measure, kind.name(), MonitoringTable.kindTitle(kind), kind::equals)));
        rows.add(row(measure, NO_COVID, "Without Covid-19", kind -> kind != PoolKind.COVID));
        if (isPresent(PoolKind.COVID)) {
            String title = MonitoringTable.kindTitle(PoolKind.COVID);
            rows.add(row(measure, PoolKind.COVID.name(), title, PoolKind.COVID::equals));
        }
        rows.add(row(measure, "ALL", "All", kind -> true));
        return new Table(shown.code(), shown.title(), List.of("Kind", "Title"), columns(), rows);
    }

    private boolean isPresent(PoolKind kind) {
        return years.stream()
                .flatMap(year -> year.positions().stream())
                .anyMatch(line -> line.pool().kind() == kind);
    }

    private List<Table.Column> columns() {
        return years.stream()
                .map(year -> new Table.Column(year.year().code(), year.year().code()))
                .toList();
    }

    private Table.Row row(int measure, String code, String title, Predicate<PoolKind> wanted) {
        List<Cell> cells = IntStream.range(0, years.size())
                .mapToObj(year -> cell(measure, code, year, wanted))
                .toList();
        return new Table.Row(code, List.of(code, title), cells, code.equals(NO_COVID) || code.equals("ALL"));
    }

    private Cell cell(int measure, String row, int year, Predicate<PoolKind> wanted) {
        Year one = years.get(year);
        Table of = lines.get(year);
        String id =
                of.columns().get(measure).code() + "/" + row + "/" + one.year().code();
        if (one.positions().isEmpty()) {
            return Cell.none(id);
        }
        List<Cell> parts = IntStream.range(0, one.positions().size())
                .filter(line -> wanted.test(one.positions().get(line).pool().kind()))
                .mapToObj(line -> of.rows().get(line).cells().get(measure))
                .toList();
        return Cell.sum(id, parts);
    }

    private Chart bars(List<Table> kinds) {
        return new Chart(
                "years",
                "Budget and expected outturn of each year, without Covid-19",
                years.stream().map(year -> year.year().code()).toList(),
                List.of(series(kinds.get(0)), series(kinds.get(SHOWN.size() - 1))));
    }

    private static Chart.Series series(Table measure) {
        Table.Row service = measure.rows().stream()
                .filter(row -> row.code().equals(NO_COVID))
                .findFirst()
                .orElseThrow();
        return new Chart.Series(
                measure.caption(), service.cells().stream().map(Cell::id).toList());
    }
}
