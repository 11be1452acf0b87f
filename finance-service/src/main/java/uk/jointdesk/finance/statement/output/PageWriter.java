package uk.jointdesk.finance.statement.output;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import uk.jointdesk.finance.statement.domain.Cell;
import uk.jointdesk.finance.statement.domain.Heading;
import uk.jointdesk.finance.statement.domain.Section;
import uk.jointdesk.finance.statement.domain.Statement;
import uk.jointdesk.finance.statement.domain.Table;
import uk.jointdesk.finance.statement.domain.Value;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.paper.Chart;
import uk.jointdesk.paper.Grid;
import uk.jointdesk.paper.Named;

/** Says a statement in words. */
final class PageWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Statement statement;

    PageWriter(Statement statement) {
        this.statement = statement;
    }

    StatementPage page() {
        Heading heading = statement.heading();
        return new StatementPage(
                heading.title() + ", " + heading.year().code(),
                days(heading.upTo()),
                facts(heading),
                statement.sections().stream().map(this::part).toList(),
                statement.definitions().stream()
                        .map(one -> new Named(one.term(), one.text()))
                        .toList(),
                statement.notes());
    }

    private static String days(Period upTo) {
        return "P1 to P%d: %s to %s"
                .formatted(
                        upTo.number(),
                        upTo.year().from().format(DAY),
                        upTo.span().to().format(DAY));
    }

    List<Named> facts(Heading heading) {
        List<Named> facts = new ArrayList<>();
        facts.add(new Named("Financial year", heading.year().code()));
        facts.add(new Named("Periods", days(heading.upTo())));
        if (heading.partner() != null) {
            facts.add(new Named("Partner", heading.partner()));
        }
        facts.add(new Named("Basis", heading.basis()));
        facts.add(new Named("Ledger as at", Objects.toString(heading.asAt(), "nothing is posted yet")));
        return facts;
    }

    private StatementPage.Part part(Section section) {
        return new StatementPage.Part(
                "section-" + section.code(),
                section.title(),
                section.paragraphs(),
                section.charts().stream().map(chart -> chart(chart).bars()).toList(),
                section.tables().stream().map(PageWriter::grid).toList());
    }

    private Chart chart(uk.jointdesk.finance.statement.domain.Chart chart) {
        List<Chart.Series> series = chart.series().stream()
                .map(one -> new Chart.Series(
                        one.name(),
                        one.cells().stream()
                                .map(statement::cell)
                                .map(PageWriter::point)
                                .toList()))
                .toList();
        return new Chart(chart.code(), chart.title(), Chart.Scale.POUNDS, chart.categories(), series);
    }

    private static Chart.Point point(Cell cell) {
        return cell.value() instanceof Value.Amount amount
                ? new Chart.Point(Printed.pounds(amount.money()), Printed.cell(cell))
                : new Chart.Point(null, "none");
    }

    private static Grid grid(Table table) {
        List<String> columns = table.columns().stream().map(Table.Column::title).toList();
        List<Grid.Row> rows = table.rows().stream()
                .map(row -> new Grid.Row(
                        row.heads(), row.cells().stream().map(PageWriter::cell).toList(), row.sum()))
                .toList();
        return new Grid(table.caption(), table.rowHeads(), columns, rows);
    }

    private static Grid.Cell cell(Cell cell) {
        boolean divided = cell.working() != null && cell.working().words() != null;
        List<String> lines = divided ? List.of(cell.working().words()) : List.of();
        return new Grid.Cell(cell.id(), Printed.cell(cell), null, lines, cell.value() instanceof Value.Words);
    }
}
