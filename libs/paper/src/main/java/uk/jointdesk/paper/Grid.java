package uk.jointdesk.paper;

import java.util.List;
import java.util.stream.IntStream;

/** A table in the words and the order in which it is printed. */
public record Grid(String caption, List<String> rowHeads, List<String> columns, List<Row> rows) {

    public Grid {
        rowHeads = List.copyOf(rowHeads);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One line of it.
     *
     * @param sum whether it adds up others; the template's style may set it apart
     */
    public record Row(List<String> heads, List<Cell> cells, boolean sum) {
        public Row {
            heads = List.copyOf(heads);
            cells = List.copyOf(cells);
        }

        public static Row of(List<String> heads, List<Cell> cells) {
            return new Row(heads, cells, false);
        }
    }

    /**
     * One place of it.
     *
     * @param id by which a link finds it on the page, or null
     * @param tag a judgement in one word, or null
     * @param lines what is said below the value, smaller
     * @param words whether it holds words, which begin at the left, or a number
     */
    public record Cell(String id, String value, String tag, List<String> lines, boolean words) {
        public Cell {
            lines = List.copyOf(lines);
        }

        public Cell(String id, String value, String tag, List<String> lines) {
            this(id, value, tag, lines, false);
        }

        public static Cell of(String value) {
            return new Cell(null, value, null, List.of());
        }

        /** The name of its style. */
        public String kind() {
            return words ? "words" : "number";
        }
    }

    /** A column's head with the style of what stands below it. */
    public record Head(String title, String kind) {}

    public List<Head> heads() {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> new Head(columns.get(column), kind(column)))
                .toList();
    }

    private String kind(int column) {
        return rows.stream().anyMatch(row -> row.cells().get(column).words()) ? "words" : "number";
    }
}
