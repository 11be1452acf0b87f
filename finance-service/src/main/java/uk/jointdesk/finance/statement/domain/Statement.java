package uk.jointdesk.finance.statement.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.jointdesk.finance.money.domain.Money;

/**
 * A report of money as a value: the same facts give the same statement, however it is then printed. It cannot exist
 * unless every sum in it adds up.
 *
 * @param notes what a reader must know beside the figures, such as which of them are assumed
 */
public record Statement(Heading heading, List<Section> sections, List<Definition> definitions, List<String> notes) {

    public Statement {
        sections = List.copyOf(sections);
        definitions = List.copyOf(definitions);
        notes = List.copyOf(notes);
        Map<String, Cell> cells = byId(sections);
        cells.values().forEach(cell -> check(cell, cells));
        sections.stream()
                .flatMap(section -> section.charts().stream())
                .flatMap(chart -> chart.series().stream())
                .flatMap(series -> series.cells().stream())
                .forEach(id -> find(cells, id));
    }

    /** @throws IllegalStateException when two cells have the same id */
    private static Map<String, Cell> byId(List<Section> sections) {
        return sections.stream().flatMap(Section::cells).collect(Collectors.toMap(Cell::id, Function.identity()));
    }

    private static void check(Cell cell, Map<String, Cell> cells) {
        Working working = cell.working();
        if (working == null || !working.isSum()) {
            return;
        }
        Money sum = total(working.plus(), cells).minus(total(working.minus(), cells));
        if (!sum.equals(cell.amount())) {
            throw new IllegalStateException(cell.id() + " says " + cell.amount() + " and adds up to " + sum);
        }
    }

    private static Money total(List<String> ids, Map<String, Cell> cells) {
        return Money.sum(ids.stream().map(id -> find(cells, id).amount()).toList());
    }

    private static Cell find(Map<String, Cell> cells, String id) {
        Cell cell = cells.get(id);
        if (cell == null) {
            throw missing(id);
        }
        return cell;
    }

    private static IllegalStateException missing(String id) {
        return new IllegalStateException("no cell " + id);
    }

    public Stream<Cell> cells() {
        return sections.stream().flatMap(Section::cells);
    }

    public Cell cell(String id) {
        return cells().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow(() -> missing(id));
    }
}
