package uk.jointdesk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void an_axis_starts_at_zero_and_ends_at_a_round_number_above_every_value() {
        assertThat(labels(SamplePage.chart("c", "14600000", "0"))).containsExactly("£0", "£5m", "£10m", "£15m", "£20m");
        assertThat(labels(SamplePage.chart("c", "954800", "20700")))
                .containsExactly("£0", "£0.5m", "£1m", "£1.5m", "£2m");
        assertThat(labels(SamplePage.chart("c", "45000", "1500")))
                .containsExactly("£0", "£20k", "£40k", "£60k", "£80k");
        assertThat(labels(SamplePage.chart("c", "3", "0"))).containsExactly("£0", "£1", "£2", "£3", "£4");
    }

    @Test
    void an_axis_goes_below_zero_only_for_a_value_that_does() {
        assertThat(labels(SamplePage.chart("c", "14600000", "-1500")))
                .containsExactly("-£5m", "£0", "£5m", "£10m", "£15m");
        assertThat(labels(SamplePage.chart("c", "-45000", "-1500"))).containsExactly("-£60k", "-£40k", "-£20k", "£0");
    }

    @Test
    void percentages_are_drawn_against_a_hundred_and_other_numbers_as_they_are() {
        assertThat(labels(of(Chart.Scale.PERCENT, "44.74"))).containsExactly("0", "25", "50", "75", "100");
        assertThat(labels(of(Chart.Scale.NUMBER, "1234"))).containsExactly("0", "500", "1000", "1500", "2000");
    }

    @Test
    void a_bar_below_zero_hangs_from_the_line_of_zero_and_a_missing_one_is_not_drawn() {
        String svg = SamplePage.chart("c", "15", "-5").bars().picture().getValue();
        assertThat(svg.split("<rect", -1)).hasSize(1 + 2 + 1);
        assertThat(svg).contains("y=\"16.0\"").contains("not known");
    }

    @Test
    void a_line_has_a_gap_where_no_value_is() {
        List<Chart.Point> points = List.of(point("1"), new Chart.Point(null, "not known"), point("2"), point("3"));
        Chart chart = new Chart(
                "c", "Gap", Chart.Scale.NUMBER, List.of("a", "b", "c", "d"), List.of(new Chart.Series("one", points)));
        assertThat(chart.lines().picture().getValue()).contains("d=\"M76,196.0 M345,136.0L480,76.0\"");
    }

    private static Chart of(Chart.Scale scale, String value) {
        return new Chart("c", "One", scale, List.of("a"), List.of(new Chart.Series("one", List.of(point(value)))));
    }

    private static Chart.Point point(String value) {
        return new Chart.Point(new BigDecimal(value), value);
    }

    private static List<String> labels(Chart chart) {
        Axis axis = Axis.of(chart);
        return axis.marks().stream().map(axis::label).toList();
    }
}
