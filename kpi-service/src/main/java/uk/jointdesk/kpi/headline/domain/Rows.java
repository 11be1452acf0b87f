package uk.jointdesk.kpi.headline.domain;

import java.util.List;
import java.util.Set;
import uk.jointdesk.kpi.breakdown.domain.Cell;

/** Which rows a phrase is about. */
public final class Rows {

    private static final Set<String> NO_PARTNER = Set.of(Cell.ALL, Cell.UNATTRIBUTED);

    private Rows() {}

    /** The rows that a phrase without a partner is about: everybody together, or for one council its own. */
    public static List<Figure> ofEverybody(List<Figure> figures) {
        boolean wholeService = figures.stream().anyMatch(figure -> Cell.ALL.equals(figure.partner()));
        return figures.stream()
                .filter(figure -> !wholeService || Cell.ALL.equals(figure.partner()))
                .toList();
    }

    /** The rows of the partners, each by itself. */
    public static List<Figure> ofPartners(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> !NO_PARTNER.contains(figure.partner()))
                .toList();
    }

    static List<Figure> of(String partner, List<Figure> figures) {
        return figures.stream()
                .filter(figure -> partner.equals(figure.partner()))
                .toList();
    }
}
