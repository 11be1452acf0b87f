package uk.jointdesk.paper;

import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.List;

/** Lines that are told apart by their dashes, marks and names as well as by colour. */
final class LineChart {

    /** Seen apart by readers who do not see red and green apart, and against white (3:1 at least). */
    private static final List<String> COLOURS =
            List.of("#1d70b8", "#b10e1e", "#00703c", "#4c2c92", "#0b0c0c", "#b8540f", "#85267a", "#516b0f");

    private static final List<String> DASHES = List.of("none", "8 4", "2 3", "10 3 2 3", "none", "6 6", "1 5", "12 4");

    private final Chart chart;
    private final Axis axis;
    private final Picture picture;

    LineChart(Chart chart) {
        this.chart = chart;
        this.axis = Axis.of(chart);
        this.picture = new Picture(chart);
    }

    RawString svg() {
        picture.scale(axis);
        for (int i = 0; i < chart.categories().size(); i++) {
            picture.category(x(i), chart.categories().get(i));
        }
        for (int i = 0; i < chart.series().size(); i++) {
            line(chart.series().get(i), i);
        }
        return picture.finished();
    }

    private void line(Chart.Series series, int number) {
        String stroke = stroke(number);
        String path = path(series);
        if (!path.isEmpty()) {
            picture.add("<path d=\"%s\" fill=\"none\" %s/>".formatted(path, stroke));
        }
        marks(series, COLOURS.get(number % COLOURS.size()));
        int y = Picture.keyLine(number);
        picture.add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>"
                .formatted(Picture.KEY_FROM, y, Picture.KEY_TO, y, stroke));
        picture.key(number, series.name());
    }

    private static String stroke(int number) {
        return "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
                .formatted(COLOURS.get(number % COLOURS.size()), DASHES.get(number % DASHES.size()));
    }

    /** A value that is not there leaves a gap. */
    private String path(Chart.Series series) {
        StringBuilder path = new StringBuilder();
        boolean joined = false;
        for (int i = 0; i < series.points().size(); i++) {
            BigDecimal value = series.points().get(i).value();
            if (value != null) {
                path.append(joined ? 'L' : 'M').append(x(i)).append(',').append(axis.y(value));
            } else {
                path.append(' ');
            }
            joined = value != null;
        }
        return path.toString().strip();
    }

    private void marks(Chart.Series series, String colour) {
        for (int i = 0; i < series.points().size(); i++) {
            BigDecimal value = series.points().get(i).value();
            if (value != null) {
                picture.add(
                        "<circle cx=\"%d\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>".formatted(x(i), axis.y(value), colour));
            }
        }
    }

    private int x(int category) {
        int count = chart.categories().size();
        return count == 1
                ? (Picture.LEFT + Picture.RIGHT) / 2
                : Picture.LEFT + 20 + category * (Picture.RIGHT - Picture.LEFT - 40) / (count - 1);
    }
}
