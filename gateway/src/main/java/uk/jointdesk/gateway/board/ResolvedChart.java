package uk.jointdesk.gateway.board;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars of tickets resolved, one group a month and one bar a partner, laid out for a narrow screen first. Every bar
 * carries its partner's name and its number, so that neither colour nor an axis must be read.
 */
final class ResolvedChart {

    private static final int WIDTH = 380;
    private static final int WIDEST_LABEL = 150;
    /** What a letter takes at the size the style sheet gives it, with room to spare. */
    private static final int LETTER = 8;

    private static final int NUMBER = 58;
    private static final int BAR = 22;
    private static final int HEADING = 30;
    private static final int GAP = 12;

    private final List<VolumesView.Row> rows;
    private final int label;

    /** Rows that add up others, and partners for whom nothing was resolved, have no bars. */
    ResolvedChart(List<VolumesView.Row> rows) {
        this.rows = rows.stream()
                .filter(row -> !row.total())
                .filter(row -> row.months().stream().anyMatch(month -> month.resolvedCount() > 0))
                .toList();
        this.label = Math.min(
                WIDEST_LABEL,
                LETTER
                                * this.rows.stream()
                                        .mapToInt(row -> row.name().length())
                                        .max()
                                        .orElse(0)
                        + GAP);
    }

    Drawing draw() {
        long most = Math.max(
                1,
                rows.stream()
                        .flatMap(row -> row.months().stream())
                        .mapToLong(VolumesView.Month::resolvedCount)
                        .max()
                        .orElse(1));
        List<Group> groups = new ArrayList<>();
        int months = rows.isEmpty() ? 0 : rows.get(0).months().size();
        int y = 0;
        for (int month = 0; month < months; month++) {
            groups.add(group(month, y, most));
            y += HEADING + rows.size() * BAR + GAP;
        }
        return new Drawing(WIDTH, Math.max(1, y - GAP), groups);
    }

    private Group group(int month, int top, long most) {
        List<Bar> bars = new ArrayList<>();
        int y = top + HEADING;
        for (int row = 0; row < rows.size(); row++) {
            bars.add(bar(rows.get(row), month, y, most));
            y += BAR;
        }
        var name = rows.get(0).months().get(month).month();
        String heading = name.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + name.getYear();
        return new Group(heading, top + HEADING - 10, bars);
    }

    private Bar bar(VolumesView.Row row, int month, int y, long most) {
        VolumesView.Month figures = row.months().get(month);
        int room = WIDTH - label - NUMBER;
        int length = (int) (figures.resolvedCount() * room / most);
        return new Bar(
                brief(row.name()), figures.resolved(), label, y, Math.max(1, length), label + length + 6, y + 15);
    }

    private static String brief(String name) {
        int most = (WIDEST_LABEL - GAP) / LETTER;
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    record Drawing(int width, int height, List<Group> groups) {}

    record Group(String heading, int y, List<Bar> bars) {}

    /** @param textY base line of name and number */
    record Bar(String name, String number, int x, int y, int length, int numberX, int textY) {}
}
