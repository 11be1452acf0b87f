package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.period.domain.Period;

/**
 * A table of one measure by priority, partner and period, in which every total names its parts: the whole service its
 * partners, {@link #TOTAL} its priorities, a long period the short ones it is made of.
 *
 * @param prefix first part of every figure's id
 */
public record Matrix<C>(String prefix, Measure<C> measure, List<Column<C>> columns) {
    /** The row of all priorities together. */
    public static final String TOTAL = "TOTAL";

    /**
     * How a value becomes a figure.
     *
     * @param verdict judges a cell of a column; null for no judgement
     */
    public record Measure<C>(
            Definition definition,
            Function<C, Amount> amount,
            Function<C, Evidence> tickets,
            BiFunction<Cell, Column<C>, Verdict> verdict) {}

    /**
     * One column.
     *
     * @param values by priority and partner, all in period 0
     * @param parts labels of the columns it is the sum of; empty when it counts for itself
     */
    public record Column<C>(String label, Period period, SortedMap<Cell, C> values, List<String> parts) {
        /** The columns of an answer with several periods. */
        public static <C> List<Column<C>> of(List<Period> periods, Map<Cell, C> rows) {
            List<Column<C>> columns = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                columns.add(of(periods.get(i), i, rows, List.of()));
            }
            return List.copyOf(columns);
        }

        public static <C> Column<C> of(Period period, int number, Map<Cell, C> rows, List<String> parts) {
            SortedMap<Cell, C> values = new TreeMap<>();
            rows.forEach((cell, value) -> {
                if (cell.period() == number) {
                    values.put(cell.inPeriod(0), value);
                }
            });
            return new Column<>(period.label().replace("/", ".."), period, values, parts);
        }
    }

    public Table table(String code, String caption) {
        TreeSet<Cell> cells = new TreeSet<>();
        columns.forEach(column -> cells.addAll(column.values().keySet()));
        List<Table.Row> rows = cells.stream()
                .map(cell -> new Table.Row(heads(cell), figures(cell, cells)))
                .toList();
        List<String> heads = columns.stream().map(Column::label).toList();
        return new Table(code, caption, cells.isEmpty() ? List.of() : headNames(cells.first()), heads, rows);
    }

    private static List<String> headNames(Cell cell) {
        return cell.priority() == null ? List.of("Partner") : List.of("Priority", "Partner");
    }

    private static List<String> heads(Cell cell) {
        return cell.priority() == null ? List.of(cell.partner()) : List.of(cell.priority(), cell.partner());
    }

    private List<Figure> figures(Cell cell, TreeSet<Cell> cells) {
        List<Figure> figures = new ArrayList<>();
        columns.forEach(column -> figures.add(column.values().containsKey(cell) ? figure(cell, column, cells) : null));
        return figures;
    }

    private Figure figure(Cell cell, Column<C> column, TreeSet<Cell> cells) {
        C value = column.values().get(cell);
        Figure figure = Figure.of(
                id(cell, column.label()),
                measure.definition(),
                at(cell, column.period()),
                measure.amount().apply(value),
                evidence(cell, column, cells));
        Verdict verdict = measure.verdict() == null ? null : measure.verdict().apply(cell, column);
        return verdict == null ? figure : figure.judged(verdict);
    }

    /** The figures it is the sum of, or where it is no sum its tickets. */
    private Evidence evidence(Cell cell, Column<C> column, TreeSet<Cell> cells) {
        if (Cell.ALL.equals(cell.partner())) {
            return sum(cells, column, part -> samePriority(cell, part) && !Cell.ALL.equals(part.partner()));
        }
        if (TOTAL.equals(cell.priority())) {
            return sum(cells, column, part -> samePartner(cell, part) && !TOTAL.equals(part.priority()));
        }
        List<String> shorter = columns.stream()
                .filter(part -> column.parts().contains(part.label()))
                .filter(part -> part.values().containsKey(cell))
                .map(part -> id(cell, part.label()))
                .toList();
        return shorter.isEmpty() ? measure.tickets().apply(column.values().get(cell)) : Evidence.sumOf(shorter);
    }

    private Evidence sum(TreeSet<Cell> cells, Column<C> column, Predicate<Cell> isPart) {
        return Evidence.sumOf(cells.stream()
                .filter(isPart)
                .filter(column.values()::containsKey)
                .map(part -> id(part, column.label()))
                .toList());
    }

    private String id(Cell cell, String label) {
        String priority = cell.priority() == null ? "" : "/" + cell.priority();
        return prefix + priority + "/" + cell.partner() + "/" + label;
    }

    private static Map<String, String> at(Cell cell, Period period) {
        Map<String, String> at = new LinkedHashMap<>();
        if (cell.priority() != null) {
            at.put("priority", cell.priority());
        }
        at.put(Figure.PARTNER, cell.partner());
        at.put("period", period.label());
        at.put("from", period.from().toString());
        at.put("to", period.to().toString());
        return at;
    }

    private static boolean samePriority(Cell one, Cell other) {
        return Objects.equals(one.priority(), other.priority());
    }

    private static boolean samePartner(Cell one, Cell other) {
        return Objects.equals(one.partner(), other.partner());
    }
}
