package uk.jointdesk.kpi.pack.output;

import java.util.List;
import uk.jointdesk.paper.Drawing;
import uk.jointdesk.paper.Grid;
import uk.jointdesk.paper.Named;

/** A pack in the words and the order in which it is printed. */
record Page(
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

    record Line(int draft, String step, String role, String day) {}
}
