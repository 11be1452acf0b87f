package uk.jointdesk.paper;

import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.List;

/** Groups of bars that are told apart by light and dark, and by their order, as well as by colour. */
final class BarChart {

    private static final List<String> FILLS = List.of("#1d70b8", "#ffffff", "#0b0c0c", "#f3c6a5", "#85267a", "#b1b4b6");
    private static final int GAP = 16;
    private static final int WIDEST = 48;

    private final Chart chart;
    private final Axis axis;
    private final Picture picture;
    private final int band;
    private final int width;

    BarChart(Chart chart) {
        this.chart = chart;
        this.axis = Axis.of(chart);
        this.picture = new Picture(chart);
        this.band =
                (Picture.RIGHT - Picture.LEFT) / Math.max(1, chart.categories().size());
        this.width = Math.min(WIDEST, (band - GAP) / Math.max(1, chart.series().size()));
    }

    RawString svg() {
        picture.scale(axis);
        for (int i = 0; i < chart.categories().size(); i++) {
            picture.category(middle(i), chart.categories().get(i));
        }
        for (int i = 0; i < chart.series().size(); i++) {
            bars(chart.series().get(i), i);
        }
        return picture.finished();
    }

    private void bars(Chart.Series series, int number) {
        for (int i = 0; i < series.points().size(); i++) {
            BigDecimal value = series.points().get(i).value();
            if (value != null) {
                int x = middle(i) - width * chart.series().size() / 2 + width * number;
                bar(x, axis.y(value.max(BigDecimal.ZERO)), axis.y(value.min(BigDecimal.ZERO)), number);
            }
        }
        int y = Picture.keyLine(number);
        rectangle(Picture.KEY_FROM + 8, Integer.toString(y - 6), 16, "12", number);
        picture.key(number, series.name());
    }

    private void bar(int x, String top, String foot, int number) {
        String height = new BigDecimal(foot).subtract(new BigDecimal(top)).toPlainString();
        rectangle(x, top, width, height, number);
    }

    private void rectangle(int x, String y, int wide, String high, int number) {
        picture.add("<rect x=\"%d\" y=\"%s\" width=\"%d\" height=\"%s\" fill=\"%s\" stroke=\"#0b0c0c\"/>"
                .formatted(x, y, wide, high, FILLS.get(number % FILLS.size())));
    }

    private int middle(int category) {
        return Picture.LEFT + band * category + band / 2;
    }
}
