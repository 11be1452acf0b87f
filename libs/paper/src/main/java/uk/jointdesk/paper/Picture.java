package uk.jointdesk.paper;

import io.quarkus.qute.RawString;

/** The frame that every chart is drawn in: its words for those who do not see it, the axes and the key. */
final class Picture {

    static final int LEFT = 56;
    static final int RIGHT = 500;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEGEND = RIGHT + 36;
    /** Between which a series' sample is drawn in the key. */
    static final int KEY_FROM = RIGHT + 8;

    static final int KEY_TO = LEGEND - 4;

    private final StringBuilder svg = new StringBuilder();

    Picture(Chart chart) {
        String id = "chart-" + chart.code();
        String description = xml(chart.description());
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        add(" font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"12\" alt=\"%s\"".formatted(description));
        add(" aria-labelledby=\"%s-title %s-desc\">".formatted(id, id));
        add("<title id=\"%s-title\">%s</title>".formatted(id, xml(chart.title())));
        add("<desc id=\"%s-desc\">%s</desc>".formatted(id, description));
    }

    /** The horizontal lines with their numbers. */
    void scale(Axis axis) {
        axis.marks().forEach(mark -> {
            String y = axis.y(mark);
            add("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"#b1b4b6\"/>".formatted(LEFT, y, RIGHT, y));
            text(LEFT - 8, y, "end", axis.label(mark));
        });
    }

    void category(int x, String name) {
        text(x, Integer.toString(Axis.BOTTOM + 20), "middle", name);
    }

    /** The name of a series beside its sample. */
    void key(int number, String name) {
        text(LEGEND, Integer.toString(keyLine(number) + 4), "start", name);
    }

    /** The height at which the key's sample of a series is drawn. */
    static int keyLine(int number) {
        return Axis.TOP + 8 + 20 * number;
    }

    void text(int x, String y, String anchor, String words) {
        add("<text x=\"%d\" y=\"%s\" text-anchor=\"%s\" fill=\"#0b0c0c\">%s</text>"
                .formatted(x, y, anchor, xml(words)));
    }

    /** @param shape SVG whose texts are escaped already */
    void add(String shape) {
        svg.append(shape);
    }

    RawString finished() {
        return new RawString(svg + "</svg>");
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
