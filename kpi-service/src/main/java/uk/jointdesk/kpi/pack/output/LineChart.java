package uk.jointdesk.kpi.pack.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Figure;

/**
 * A chart as SVG, the same bytes for the same figures. Lines are told apart by their dashes, marks and names as well as
 * by colour, and everything in the picture is also said in its description.
 */
final class LineChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int RIGHT = 500;
    private static final int TOP = 16;
    private static final int BOTTOM = 256;
    private static final int STEPS = 4;
    private static final int LEGEND = RIGHT + 36;
    /** Seen apart by readers who do not see red and green apart, and against white (3:1 at least). */
    private static final List<String> COLOURS =
            List.of("#1d70b8", "#b10e1e", "#00703c", "#4c2c92", "#0b0c0c", "#b8540f", "#85267a", "#516b0f");

    private static final List<String> DASHES = List.of("none", "8 4", "2 3", "10 3 2 3", "none", "6 6", "1 5", "12 4");

    private final Chart chart;
    private final Map<String, Figure> figures;
    private final BigDecimal top;

    LineChart(Chart chart, Map<String, Figure> figures) {
        this.chart = chart;
        this.figures = figures;
        this.top = top();
    }

    /** What the picture shows, for readers who do not see it. */
    String description() {
        List<String> lines = new ArrayList<>();
        for (Chart.Series series : chart.series()) {
            List<String> points = new ArrayList<>();
            for (int i = 0; i < series.figures().size(); i++) {
                points.add(
                        chart.categories().get(i) + " " + said(series.figures().get(i)));
            }
            lines.add(Labels.head(series.name()) + ": " + String.join(", ", points) + ".");
        }
        return chart.title() + ". " + String.join(" ", lines);
    }

    private String said(String id) {
        return id == null ? "not shown" : Labels.value(figures.get(id).amount());
    }

    String svg() {
        String id = "chart-" + chart.code();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        svg.append(" font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"12\" alt=\"%s\""
                .formatted(xml(description())));
        svg.append(" aria-labelledby=\"%s-title %s-desc\">".formatted(id, id));
        svg.append("<title id=\"%s-title\">%s</title>".formatted(id, xml(chart.title())));
        svg.append("<desc id=\"%s-desc\">%s</desc>".formatted(id, xml(description())));
        axes(svg);
        for (int i = 0; i < chart.series().size(); i++) {
            line(svg, chart.series().get(i), i);
        }
        return svg.append("</svg>").toString();
    }

    private void axes(StringBuilder svg) {
        for (int step = 0; step <= STEPS; step++) {
            BigDecimal value = top.multiply(BigDecimal.valueOf(step)).divide(BigDecimal.valueOf(STEPS));
            String y = y(value);
            svg.append(
                    "<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"#b1b4b6\"/>".formatted(LEFT, y, RIGHT, y));
            text(svg, LEFT - 8, y, "end", value.stripTrailingZeros().toPlainString());
        }
        for (int i = 0; i < chart.categories().size(); i++) {
            text(
                    svg,
                    x(i),
                    Integer.toString(BOTTOM + 20),
                    "middle",
                    chart.categories().get(i));
        }
    }

    private void line(StringBuilder svg, Chart.Series series, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        String dash = DASHES.get(number % DASHES.size());
        String path = "";
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < series.figures().size(); i++) {
            BigDecimal value = value(series.figures().get(i));
            if (value == null) {
                path = path.isEmpty() ? "" : path + " ";
                continue;
            }
            boolean joined = !path.isEmpty() && !path.endsWith(" ");
            path += (joined ? "L" : "M") + x(i) + "," + y(value);
            marks.append("<circle cx=\"%d\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>".formatted(x(i), y(value), colour));
        }
        if (!path.isBlank()) {
            svg.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>"
                    .formatted(path.strip(), colour, dash));
        }
        svg.append(marks);
        int y = TOP + 8 + 20 * number;
        svg.append(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>"
                        .formatted(RIGHT + 8, y, LEGEND - 4, y, colour, dash));
        text(svg, LEGEND, Integer.toString(y + 4), "start", Labels.head(series.name()));
    }

    private static void text(StringBuilder svg, int x, String y, String anchor, String words) {
        svg.append("<text x=\"%d\" y=\"%s\" text-anchor=\"%s\" fill=\"#0b0c0c\">%s</text>"
                .formatted(x, y, anchor, xml(words)));
    }

    private int x(int category) {
        int count = chart.categories().size();
        return count == 1 ? (LEFT + RIGHT) / 2 : LEFT + 20 + category * (RIGHT - LEFT - 40) / (count - 1);
    }

    private String y(BigDecimal value) {
        BigDecimal share = value.multiply(BigDecimal.valueOf(BOTTOM - TOP)).divide(top, 1, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(BOTTOM).subtract(share).toPlainString();
    }

    /** Percentages are drawn against 100; anything else against the next round number. */
    private BigDecimal top() {
        if (chart.unit() == Amount.Unit.PERCENT) {
            return BigDecimal.valueOf(100);
        }
        BigDecimal largest = chart.series().stream()
                .flatMap(series -> series.figures().stream())
                .map(this::value)
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        return Stream.iterate(BigDecimal.valueOf(4), step -> step.multiply(BigDecimal.TEN))
                .flatMap(
                        step -> Stream.of(step, step.multiply(BigDecimal.valueOf(2)), step.multiply(new BigDecimal(5))))
                .filter(step -> step.compareTo(largest) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private BigDecimal value(String id) {
        String value = id == null ? null : figures.get(id).amount().value();
        return value == null ? null : new BigDecimal(value);
    }

    static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
