package uk.jointdesk.kpi.pack.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Definition LOGGED = new Definition("logged", 1, "Tickets logged.");
    private static final List<String> MONTHS = List.of("2018-10", "2018-11");

    @Test
    void the_legend_names_nobody_of_whom_there_is_nothing_to_see() {
        Table table = new Table(
                "logged",
                "Tickets logged",
                List.of("Partner"),
                List.of("2018-09", "2018-10", "2018-11"),
                List.of(
                        row("LBB", Amount.tickets(7), Amount.tickets(0), Amount.tickets(3)),
                        row("LBL", Amount.tickets(7), Amount.tickets(0), Amount.tickets(0)),
                        row("LBS", null, Amount.ratio(0, 0, List.of()), null),
                        row("LH", null, Amount.ratio(0, 4, List.of()), null)));
        Chart axes = Chart.axes("logged", "Tickets logged", Amount.Unit.TICKETS, MONTHS);
        Chart chart = Chart.of(axes, table, row -> true, row -> row.heads().get(0));
        assertThat(chart.series()).extracting(Chart.Series::name).containsExactly("LBB", "LH");
        assertThat(chart.series().get(0).figures()).containsExactly("LBB/1", "LBB/2");
        assertThat(chart.series().get(1).figures()).containsExactly("LH/1", null);
    }

    private static Table.Row row(String partner, Amount... amounts) {
        List<Figure> cells = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            cells.add(
                    amounts[i] == null
                            ? null
                            : Figure.of(
                                    partner + "/" + i, LOGGED, Map.of("partner", partner), amounts[i], Evidence.NONE));
        }
        return new Table.Row(Arrays.asList(partner), cells);
    }
}
