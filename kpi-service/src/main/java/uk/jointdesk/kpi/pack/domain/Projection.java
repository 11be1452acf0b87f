package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The part of a pack that a reader may have. It leaves out and says how much; no number in it is other than in the whole.
 *
 * @param audience the reader's audience; ticket references are for {@link Audience#BOARD} and above
 * @param council the council whose copy this is, null for a copy with the rows of all
 * @param rows the partners whose rows are in a council's copy: itself and its sub-bodies
 */
public record Projection(Audience audience, String council, Set<String> rows) {

    public static Projection of(Audience audience) {
        return new Projection(audience, null, Set.of());
    }

    /** A council's copy: its own rows, no total and nobody else's. */
    public static Projection forCouncil(String council, Set<String> subBodies) {
        Set<String> rows = new TreeSet<>(subBodies);
        rows.add(council);
        return new Projection(Audience.PUBLIC, council, rows);
    }

    public PackDocument of(PackDocument pack) {
        List<Section> sections = pack.sections().stream()
                .filter(section -> audience.mayRead(section.audience()))
                .map(this::section)
                .toList();
        return pack.with(pack.heading().cutFor(audience, council), sections);
    }

    private Section section(Section whole) {
        Set<String> kept = new HashSet<>();
        whole.figures().filter(this::mayRead).forEach(figure -> kept.add(figure.id()));
        Predicate<String> readable = kept::contains;
        List<Paragraph> paragraphs = whole.paragraphs().stream()
                .filter(words -> mayRead(words, kept))
                .toList();
        List<Chart> charts = whole.charts().stream()
                .map(chart -> chart(chart, readable))
                .filter(chart -> !chart.series().isEmpty())
                .toList();
        List<Table> tables = whole.tables().stream()
                .map(table -> table(table, readable))
                .filter(table -> !table.rows().isEmpty())
                .toList();
        int dropped =
                (int) whole.figures().count() - kept.size() + whole.paragraphs().size() - paragraphs.size();
        return new Section(
                whole.number(),
                whole.source(),
                whole.title(),
                whole.audience(),
                whole.ask(),
                paragraphs,
                charts,
                tables,
                whole.balances().stream().filter(law -> isWhole(law, kept)).toList(),
                whole.definitions(),
                whole.withheld() + dropped);
    }

    private boolean mayRead(Figure figure) {
        boolean ours = council == null
                || !figure.at().containsKey(Figure.PARTNER)
                || rows.contains(figure.at().get(Figure.PARTNER));
        return ours && audience.mayRead(figure.audience());
    }

    private boolean mayRead(Paragraph words, Set<String> kept) {
        return audience.mayRead(words.audience()) && kept.containsAll(words.figures());
    }

    private Table table(Table whole, Predicate<String> readable) {
        List<Integer> columns = IntStream.range(0, whole.columns().size())
                .filter(column -> whole.rows().stream()
                        .map(row -> row.cells().get(column))
                        .anyMatch(cell -> cell != null && readable.test(cell.id())))
                .boxed()
                .toList();
        List<Table.Row> kept = whole.rows().stream()
                .map(row -> row(row, columns, readable))
                .filter(row -> row.cells().stream().anyMatch(Objects::nonNull))
                .toList();
        List<String> heads = columns.stream().map(whole.columns()::get).toList();
        return new Table(whole.code(), whole.caption(), whole.rowHeads(), heads, kept);
    }

    private Table.Row row(Table.Row whole, List<Integer> columns, Predicate<String> readable) {
        List<Figure> cells = new ArrayList<>();
        for (int column : columns) {
            Figure cell = whole.cells().get(column);
            cells.add(cell == null || !readable.test(cell.id()) ? null : figure(cell, readable));
        }
        return new Table.Row(whole.heads(), cells);
    }

    private Figure figure(Figure whole, Predicate<String> readable) {
        Evidence evidence = whole.evidence();
        if (!evidence.parts().stream().allMatch(readable)) {
            evidence = evidence.withoutParts();
        }
        return whole.provenBy(audience.mayRead(Audience.BOARD) ? evidence : evidence.withoutTickets());
    }

    private static Chart chart(Chart whole, Predicate<String> readable) {
        List<Chart.Series> series = whole.series().stream()
                .filter(line -> line.figures().stream().filter(Objects::nonNull).anyMatch(readable))
                .map(line -> new Chart.Series(
                        line.name(),
                        line.figures().stream()
                                .map(id -> id != null && readable.test(id) ? id : null)
                                .collect(Collectors.toCollection(ArrayList::new))))
                .toList();
        return new Chart(whole.code(), whole.title(), whole.unit(), whole.categories(), series);
    }

    private static boolean isWhole(Balance law, Set<String> kept) {
        return kept.contains(law.total()) && kept.containsAll(law.plus()) && kept.containsAll(law.minus());
    }
}
