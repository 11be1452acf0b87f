package uk.jointdesk.finance.statement.domain;

import java.util.List;
import java.util.stream.Stream;

/** A part of a statement under its own heading. */
public record Section(String code, String title, List<String> paragraphs, List<Table> tables, List<Chart> charts) {

    public Section {
        paragraphs = List.copyOf(paragraphs);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
    }

    public Stream<Cell> cells() {
        return tables.stream().flatMap(Table::cells);
    }
}
