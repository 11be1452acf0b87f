package uk.jointdesk.finance.statement.output;

import java.util.List;
import uk.jointdesk.paper.Drawing;
import uk.jointdesk.paper.Grid;
import uk.jointdesk.paper.Named;

/** A statement in the words and the order in which it is printed. */
public record StatementPage(
        String title,
        String lead,
        List<Named> facts,
        List<Part> sections,
        List<Named> definitions,
        List<String> notes) {

    public record Part(String id, String heading, List<String> paragraphs, List<Drawing> charts, List<Grid> tables) {}
}
