package uk.jointdesk.kpi.pack.output;

import io.quarkus.qute.RawString;
import java.util.List;

/** A pack in the words and the order in which it is printed. */
record Page(
        boolean forPaper,
        RawString style,
        String title,
        String description,
        String body,
        String meeting,
        List<Named> facts,
        List<String> notes,
        List<Part> sections,
        List<Named> implications,
        String background,
        List<String> backgroundPapers,
        List<String> appendices,
        List<Line> history) {

    record Named(String name, String value) {}

    record Part(
            String id,
            String heading,
            String ask,
            List<String> paragraphs,
            List<Drawing> charts,
            List<Grid> tables,
            String definitionsHeading,
            List<Named> definitions,
            String withheld) {}

    record Drawing(String title, RawString picture) {}

    record Grid(String caption, List<String> rowHeads, List<String> columns, List<GridRow> rows) {}

    record GridRow(List<String> heads, List<GridCell> cells) {}

    record GridCell(String id, String value, String rag, List<String> lines) {}

    record Line(int draft, String step, String role, String day) {}
}
