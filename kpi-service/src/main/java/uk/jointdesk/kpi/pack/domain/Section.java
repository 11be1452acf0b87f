package uk.jointdesk.kpi.pack.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A section of a compiled pack.
 *
 * @param withheld how many figures, paragraphs and charts of it are not for the reader
 */
public record Section(
        int number,
        String source,
        String title,
        Audience audience,
        Ask ask,
        List<Paragraph> paragraphs,
        List<Chart> charts,
        List<Table> tables,
        List<Balance> balances,
        List<Definition> definitions,
        int withheld) {

    public Section {
        paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
        charts = charts == null ? List.of() : List.copyOf(charts);
        tables = tables == null ? List.of() : List.copyOf(tables);
        balances = balances == null ? List.of() : List.copyOf(balances);
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
    }

    public Stream<Figure> figures() {
        return tables.stream().flatMap(Table::figures);
    }

    Section withFigures(UnaryOperator<Figure> change) {
        return new Section(
                number,
                source,
                title,
                audience,
                ask,
                paragraphs,
                charts,
                tables.stream().map(table -> table.withFigures(change)).toList(),
                balances,
                definitions,
                withheld);
    }
}
