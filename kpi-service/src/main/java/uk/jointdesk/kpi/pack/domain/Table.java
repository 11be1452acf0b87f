package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures in rows and columns.
 *
 * @param rowHeads what the heads of a row are called, as many as a row has
 * @param columns heads of the columns of figures
 */
public record Table(String code, String caption, List<String> rowHeads, List<String> columns, List<Row> rows) {

    /** A row: its heads, and a figure for each column; null where there is none. */
    public record Row(List<String> heads, List<Figure> cells) {
        public Row {
            heads = List.copyOf(heads);
            cells = Collections.unmodifiableList(new ArrayList<>(cells));
        }
    }

    public Table {
        rowHeads = rowHeads == null ? List.of() : List.copyOf(rowHeads);
        columns = columns == null ? List.of() : List.copyOf(columns);
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    public Stream<Figure> figures() {
        return rows.stream().flatMap(row -> row.cells().stream()).filter(Objects::nonNull);
    }

    public Table withFigures(UnaryOperator<Figure> change) {
        List<Row> changed = rows.stream()
                .map(row -> new Row(
                        row.heads(),
                        row.cells().stream()
                                .map(cell -> cell == null ? null : change.apply(cell))
                                .collect(Collectors.toCollection(ArrayList::new))))
                .toList();
        return new Table(code, caption, rowHeads, columns, changed);
    }
}
