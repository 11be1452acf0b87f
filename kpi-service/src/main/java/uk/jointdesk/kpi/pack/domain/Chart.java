package uk.jointdesk.kpi.pack.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lines over time, drawn from figures of the same section, so that a chart cannot say anything its table does not.
 *
 * @param categories labels along the horizontal axis
 */
public record Chart(String code, String title, Amount.Unit unit, List<String> categories, List<Series> series) {

    /** One line: for each category the id of its figure, null for none. */
    public record Series(String name, List<String> figures) {
        public Series {
            figures = Collections.unmodifiableList(new ArrayList<>(figures));
        }
    }

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }
}
