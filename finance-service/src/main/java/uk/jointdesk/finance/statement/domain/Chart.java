package uk.jointdesk.finance.statement.domain;

import java.util.List;

/**
 * Bars drawn from cells of the same section, so that a chart cannot say anything its tables do not.
 *
 * @param categories along the horizontal axis
 */
public record Chart(String code, String title, List<String> categories, List<Series> series) {

    /**
     * The bars of one colour.
     *
     * @param cells for each category the id of its cell
     */
    public record Series(String name, List<String> cells) {
        public Series {
            cells = List.copyOf(cells);
        }
    }

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }
}
