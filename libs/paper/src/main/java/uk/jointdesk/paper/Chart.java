package uk.jointdesk.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a picture shows, each value with the words in which it is said to readers who do not see it. The same values give
 * the same bytes.
 *
 * @param code unique on its page
 * @param categories along the horizontal axis
 */
public record Chart(String code, String title, Scale scale, List<String> categories, List<Series> series) {

    /** How the vertical axis is lettered. */
    public enum Scale {
        /** Drawn against 100. */
        PERCENT,
        NUMBER,
        POUNDS
    }

    /** One line, or the bars of one colour: a point for each category. */
    public record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * One value.
     *
     * @param value null where nothing is drawn
     * @param said the value in words, such as {@code 44.74%}
     */
    public record Point(BigDecimal value, String said) {}

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    public Drawing lines() {
        return new Drawing(title, new LineChart(this).svg());
    }

    public Drawing bars() {
        return new Drawing(title, new BarChart(this).svg());
    }

    /** Everything the picture shows, in words. */
    public String description() {
        List<String> sentences = new ArrayList<>();
        for (Series one : series) {
            List<String> points = new ArrayList<>();
            for (int i = 0; i < one.points().size(); i++) {
                points.add(categories.get(i) + " " + one.points().get(i).said());
            }
            sentences.add(one.name() + ": " + String.join(", ", points) + ".");
        }
        return title + ". " + String.join(" ", sentences);
    }

    List<BigDecimal> values() {
        Stream<BigDecimal> values = series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::value)
                .filter(Objects::nonNull);
        return Collections.unmodifiableList(values.toList());
    }
}
