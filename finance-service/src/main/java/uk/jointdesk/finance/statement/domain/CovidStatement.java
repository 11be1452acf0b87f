package uk.jointdesk.finance.statement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.covid.domain.CovidExpenditure;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/**
 * Covid-19 spend in the year and since it began, per partner and per year, so that the two are never taken for each
 * other: 954.8k at the end of 2020/21 and 975.5k to date are 20.7k in the year (Joint Committee, June 2021).
 */
public final class CovidStatement {
    private static final List<Table.Column> PARTNER_COLUMNS = List.of(
            new Table.Column("before", "Before the year"),
            new Table.Column("in-year", "In the year"),
            new Table.Column("cumulative", "Since it began"));
    private static final List<Table.Column> YEAR_COLUMNS =
            List.of(PARTNER_COLUMNS.get(1), new Table.Column("cumulative", "Since it began, at the end"));

    /** Spend up to the end of a year. */
    public record Year(FinancialYear year, CovidExpenditure spend) {}

    private final List<Year> years;
    private final boolean assumed;

    private CovidStatement(List<Year> years, boolean assumed) {
        this.years = years;
        this.assumed = assumed;
    }

    /**
     * @param years in order, each up to its end; the last is the statement's
     * @param assumedShares whether the partners' shares rest on an assumption
     * @param asAt when the ledger last changed, or null
     */
    public static Statement of(List<Year> years, boolean assumedShares, Instant asAt) {
        return new CovidStatement(List.copyOf(years), assumedShares).statement(asAt);
    }

    private Statement statement(Instant asAt) {
        Table byYear = byYear();
        Table byPartner = byPartner(last().spend());
        List<Section> sections = List.of(
                new Section("years", "Year by year", List.of(headline()), List.of(byYear), List.of(bars(byYear))),
                new Section("partners", "Partner by partner", List.of(), List.of(byPartner), List.of()));
        return new Statement(heading(asAt), sections, definitions(), assumed ? List.of(Notes.MARK) : List.of());
    }

    private Heading heading(Instant asAt) {
        return new Heading(
                "covid",
                "Covid-19 expenditure",
                null,
                new Period(last().year(), Period.CLOSING),
                "What was posted to Covid-19 lines up to the end of the year.",
                asAt);
    }

    private String headline() {
        CovidExpenditure.Row total = last().spend().total();
        return "In %s %s was spent; since it began %s."
                .formatted(last().year().code(), Pounds.written(total.inYear()), Pounds.written(total.cumulative()));
    }

    private Year last() {
        return years.get(years.size() - 1);
    }

    private Table byYear() {
        List<Table.Row> rows = new ArrayList<>();
        Cell before = null;
        for (Year one : years) {
            String row = "years/" + one.year().code() + "/";
            Cell toDate =
                    Cell.given(row + "cumulative", one.spend().total().cumulative(), "Posted to Covid-19 lines", false);
            Cell inYear = before == null
                    ? Cell.sum(row + "in-year", List.of(toDate))
                    : Cell.difference(row + "in-year", toDate, before);
            rows.add(new Table.Row(one.year().code(), List.of(one.year().code()), List.of(inYear, toDate), false));
            before = toDate;
        }
        return new Table("years", "Covid-19 spend of each year", List.of("Financial year"), YEAR_COLUMNS, rows);
    }

    private Table byPartner(CovidExpenditure spend) {
        List<Table.Row> rows =
                new ArrayList<>(spend.items().stream().map(this::partner).toList());
        List<Cell> sums = IntStream.range(0, PARTNER_COLUMNS.size())
                .mapToObj(column -> Cell.sum(
                                "partners/ALL/" + PARTNER_COLUMNS.get(column).code(),
                                rows.stream()
                                        .map(row -> row.cells().get(column))
                                        .toList())
                        .assumed(false))
                .toList();
        rows.add(new Table.Row("ALL", List.of("All partners"), sums, true));
        return new Table("partners", "Covid-19 spend borne by each partner", List.of("Partner"), PARTNER_COLUMNS, rows);
    }

    private Table.Row partner(CovidExpenditure.Row row) {
        String id = "partners/" + row.partner() + "/";
        Cell toDate = Cell.given(id + "cumulative", row.cumulative(), "Its share of the total to date", assumed);
        Cell before = Cell.given(
                id + "before",
                row.cumulative().minus(row.inYear()),
                "Its share of the total to the end of the year before",
                assumed);
        Cell inYear = Cell.difference(id + "in-year", toDate, before);
        return new Table.Row(row.partner(), List.of(row.partner()), List.of(before, inYear, toDate), false);
    }

    private static Chart bars(Table byYear) {
        List<Chart.Series> series = IntStream.range(0, YEAR_COLUMNS.size())
                .mapToObj(column -> new Chart.Series(
                        YEAR_COLUMNS.get(column).title().split(",", -1)[0],
                        byYear.column(column).stream().map(Cell::id).toList()))
                .toList();
        return new Chart(
                "years",
                "Covid-19 spend in each year and since it began",
                byYear.rows().stream().map(Table.Row::code).toList(),
                series);
    }

    private static List<Definition> definitions() {
        return List.of(
                new Definition("In the year", "What was posted in the financial year: the difference of two totals."),
                new Definition("Since it began", "Everything posted to Covid-19 lines up to the end of the year."));
    }
}
