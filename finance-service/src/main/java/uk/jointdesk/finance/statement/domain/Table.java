package uk.jointdesk.finance.statement.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of exact cells.
 *
 * @param code unique in the statement
 * @param rowHeads what the heads of its rows are
 */
public record Table(String code, String caption, List<String> rowHeads, List<Column> columns, List<Row> rows) {

    public record Column(String code, String title) {}

    /**
     * One row.
     *
     * @param code unique in the table
     * @param heads of the row: its code, its name
     * @param sum whether it adds up other rows
     */
    public record Row(String code, List<String> heads, List<Cell> cells, boolean sum) {
        public Row {
            heads = List.copyOf(heads);
            cells = List.copyOf(cells);
        }
    }

    public Table {
        rowHeads = List.copyOf(rowHeads);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.heads().size() != rowHeads.size() || row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row " + row.code() + " does not fit table " + code);
            }
        }
    }

    public Stream<Cell> cells() {
        return rows.stream().flatMap(row -> row.cells().stream());
    }

    /** The cells of one column, in order. */
    public List<Cell> column(int index) {
        return rows.stream().map(row -> row.cells().get(index)).toList();
    }
}
