package uk.jointdesk.kpi.pack.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.period.domain.Period;

/**
 * Several measures of one period side by side, a row for each partner or for each priority of it. What can be added up
 * is in the row of the whole service the sum of the partners' rows.
 *
 * @param prefix first part of every figure's id
 * @param values by priority and partner, all in one period
 */
public record Grid<C>(
        String prefix, Definition definition, Period period, SortedMap<Cell, C> values, List<Measure<C>> measures) {

    /**
     * How a value becomes the figure of one column.
     *
     * @param code last part of the figure's id
     * @param tickets the tickets behind it
     * @param addsUp whether the whole service's figure is the sum of the partners'; a mean or a median is not
     * @param verdict null for no judgement
     */
    public record Measure<C>(
            String code,
            String head,
            Function<C, Amount> amount,
            Function<C, Evidence> tickets,
            boolean addsUp,
            Function<C, Verdict> verdict) {

        /** Tickets that were counted, or tickets out of tickets. */
        public static <C> Measure<C> counted(
                String code, String head, Function<C, Amount> amount, Function<C, Evidence> tickets) {
            return new Measure<>(code, head, amount, tickets, true, null);
        }

        /** A number that tickets lead to without being a count of them. */
        public static <C> Measure<C> derived(String code, String head, Function<C, Amount> amount) {
            return new Measure<>(code, head, amount, value -> Evidence.NONE, false, null);
        }

        public Measure<C> judged(Function<C, Verdict> by) {
            return new Measure<>(code, head, amount, tickets, addsUp, by);
        }
    }

    public Table table(String code, String caption) {
        List<Table.Row> rows = values.keySet().stream()
                .map(cell -> new Table.Row(heads(cell), figures(cell)))
                .toList();
        List<String> columns = measures.stream().map(Measure::head).toList();
        boolean byPriority = !values.isEmpty() && values.firstKey().priority() != null;
        return new Table(
                code, caption, byPriority ? List.of("Priority", "Partner") : List.of("Partner"), columns, rows);
    }

    /** The id of a figure of this grid. */
    public String id(Cell cell, String measure) {
        String priority = cell.priority() == null ? "" : "/" + cell.priority();
        return prefix + priority + "/" + cell.partner() + "/" + measure;
    }

    private static List<String> heads(Cell cell) {
        return cell.priority() == null ? List.of(cell.partner()) : List.of(cell.priority(), cell.partner());
    }

    private List<Figure> figures(Cell cell) {
        return measures.stream().map(measure -> figure(cell, measure)).toList();
    }

    private Figure figure(Cell cell, Measure<C> measure) {
        C value = values.get(cell);
        Figure figure = Figure.of(
                id(cell, measure.code()),
                definition,
                at(cell, measure),
                measure.amount().apply(value),
                evidence(cell, measure));
        Verdict verdict = measure.verdict() == null ? null : measure.verdict().apply(value);
        return verdict == null ? figure : figure.judged(verdict);
    }

    private Evidence evidence(Cell cell, Measure<C> measure) {
        if (!Cell.ALL.equals(cell.partner()) || !measure.addsUp()) {
            return measure.tickets().apply(values.get(cell));
        }
        return Evidence.sumOf(values.keySet().stream()
                .filter(part -> Objects.equals(part.priority(), cell.priority()))
                .filter(part -> !Cell.ALL.equals(part.partner()))
                .map(part -> id(part, measure.code()))
                .toList());
    }

    private Map<String, String> at(Cell cell, Measure<C> measure) {
        Map<String, String> at = new LinkedHashMap<>();
        if (cell.priority() != null) {
            at.put("priority", cell.priority());
        }
        at.put(Figure.PARTNER, cell.partner());
        at.put("measure", measure.code());
        at.put("period", period.label());
        at.put("from", period.from().toString());
        at.put("to", period.to().toString());
        return at;
    }
}
