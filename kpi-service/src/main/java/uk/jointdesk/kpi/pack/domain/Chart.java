package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Lines over time, drawn from figures of the same section, so that a chart cannot say anything its table does not.
 *
 * @param categories labels along the horizontal axis
 */
public record Chart(String code, String title, Amount.Unit unit, List<String> categories, List<Series> series) {

    /** One line: for each category the id of its figure, null for none. */
    public record Series(String name, List<String> figures) {
        public Series {
            figures = Collections.unmodifiableList(new ArrayList<>(figures));
        }

        private boolean hasData(Table table) {
            return table.figures().anyMatch(figure -> figures.contains(figure.id()) && figure.hasData());
        }
    }

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /** The same lines, drawn from these columns of a table: one for each row that has data in any of them. */
    public static Chart of(Chart axes, Table table, Predicate<Table.Row> drawn, Function<Table.Row, String> name) {
        List<Series> lines = table.rows().stream()
                .filter(drawn)
                .map(row -> new Series(name.apply(row), axes.ids(table, row)))
                .filter(line -> line.hasData(table))
                .toList();
        return new Chart(axes.code, axes.title, axes.unit, axes.categories, lines);
    }

    /** A chart without lines yet: its axes. */
    public static Chart axes(String code, String title, Amount.Unit unit, List<String> categories) {
        return new Chart(code, title, unit, categories, List.of());
    }

    private List<String> ids(Table table, Table.Row row) {
        return categories.stream()
                .map(column -> row.cells().get(table.columns().indexOf(column)))
                .map(cell -> cell == null ? null : cell.id())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
