package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tickets behind a cell: its own, or those of the cells it is made of. */
public record CellTickets(List<String> numerator, List<String> denominator, List<String> excluded) {

    public static CellTickets of(Map<String, Figure> figures, String id) {
        CellTickets tickets = new CellTickets(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        tickets.take(figures, id);
        return new CellTickets(
                tickets.numerator.stream().sorted().toList(),
                tickets.denominator.stream().sorted().toList(),
                tickets.excluded.stream().sorted().toList());
    }

    private void take(Map<String, Figure> figures, String id) {
        Figure figure = figures.get(id);
        Evidence evidence = figure.evidence();
        evidence.parts().forEach(part -> take(figures, part));
        numerator.addAll(evidence.numerator());
        excluded.addAll(evidence.excluded());
        if (figure.amount().denominator() != null) {
            denominator.addAll(evidence.numerator());
            denominator.addAll(evidence.rest());
        }
    }
}
