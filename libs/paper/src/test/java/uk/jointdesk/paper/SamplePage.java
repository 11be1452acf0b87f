package uk.jointdesk.paper;

import java.math.BigDecimal;
import java.util.List;

/** A page with lines, bars and a table. */
public record SamplePage(String title, List<Drawing> charts, List<Grid> tables) {

    static final Imprint IMPRINT = new Imprint(java.time.Instant.parse("2021-06-30T09:00:00Z"), "sample");

    static SamplePage sample() {
        Chart spent = chart("spent", "14600000.00", "-1500.00");
        Grid table = new Grid(
                "Spent & to come",
                List.of("Line"),
                List.of("Budget"),
                List.of(
                        Grid.Row.of(List.of("<Base>"), List.of(Grid.Cell.of("£14,600,000.00"))),
                        new Grid.Row(
                                List.of("All"),
                                List.of(new Grid.Cell("all", "£14,600,000.00", "Over", List.of("by £1"))),
                                true)));
        return new SamplePage("Budget <2020-21>", List.of(spent.lines(), spent.bars()), List.of(table));
    }

    static Chart chart(String code, String first, String second) {
        List<Chart.Point> points = List.of(point(first), point(second), new Chart.Point(null, "not known"));
        return new Chart(
                code,
                "Spent & to come",
                Chart.Scale.POUNDS,
                List.of("BASE", "COVID", "CAPITAL"),
                List.of(new Chart.Series("Budget", points)));
    }

    private static Chart.Point point(String amount) {
        return new Chart.Point(new BigDecimal(amount), "£" + amount);
    }
}
