package uk.jointdesk.kpi.pack.output;

import java.math.BigDecimal;
import java.util.Map;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Figure;

/** Draws a chart from the figures it names, and says each of them in words. */
final class ChartWriter {

    private final Map<String, Figure> figures;

    private ChartWriter(Map<String, Figure> figures) {
        this.figures = figures;
    }

    static uk.jointdesk.paper.Chart chart(Chart chart, Map<String, Figure> figures) {
        return new uk.jointdesk.paper.Chart(
                chart.code(),
                chart.title(),
                chart.unit() == Amount.Unit.PERCENT
                        ? uk.jointdesk.paper.Chart.Scale.PERCENT
                        : uk.jointdesk.paper.Chart.Scale.NUMBER,
                chart.categories(),
                chart.series().stream().map(new ChartWriter(figures)::series).toList());
    }

    private uk.jointdesk.paper.Chart.Series series(Chart.Series series) {
        return new uk.jointdesk.paper.Chart.Series(
                Labels.head(series.name()),
                series.figures().stream().map(this::point).toList());
    }

    private uk.jointdesk.paper.Chart.Point point(String id) {
        if (id == null) {
            return new uk.jointdesk.paper.Chart.Point(null, "not shown");
        }
        Amount amount = figures.get(id).amount();
        BigDecimal value = amount.value() == null ? null : new BigDecimal(amount.value());
        return new uk.jointdesk.paper.Chart.Point(value, Labels.value(amount));
    }
}
