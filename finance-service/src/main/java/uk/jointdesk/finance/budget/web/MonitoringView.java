package uk.jointdesk.finance.budget.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import uk.jointdesk.finance.budget.domain.Forecast;
import uk.jointdesk.finance.budget.domain.LinePosition;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;

/** Budget against what was spent and what is expected, per line, per kind and in all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonitoringView(
        String financialYear,
        int period,
        List<Row> items,
        List<Row> kinds,
        Row total,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    /**
     * @param line code, or ALL for a sum
     * @param kind absent for the sum of all kinds
     * @param actual posted up to the period
     * @param expected the forecast where one was made by then, else the actual
     * @param variance expected less original; above zero is over budget
     */
    public record Row(
            String line,
            String title,
            PoolKind kind,
            MoneyView original,
            MoneyView actual,
            MoneyView expected,
            MoneyView variance,
            Based basisOfForecast) {}

    /** What a forecast was read from. */
    public record Based(int fromPeriod, int toPeriod, String cause, String source) {
        static Based of(Forecast forecast) {
            return forecast == null
                    ? null
                    : new Based(forecast.basedFrom(), forecast.basedTo(), forecast.cause(), forecast.source());
        }
    }

    static MonitoringView of(String year, int period, List<LinePosition> lines) {
        List<Row> kinds = lines.stream()
                .map(line -> line.pool().kind())
                .distinct()
                .sorted()
                .map(kind -> sum(
                        kind,
                        lines.stream()
                                .filter(line -> line.pool().kind() == kind)
                                .toList()))
                .toList();
        List<Row> items = lines.stream().map(MonitoringView::row).toList();
        return new MonitoringView(year, period, items, kinds, sum(null, lines), null);
    }

    private static Row row(LinePosition line) {
        return new Row(
                line.pool().code(),
                line.pool().title(),
                line.pool().kind(),
                MoneyView.of(line.pool().budget()),
                MoneyView.of(line.actual()),
                MoneyView.of(line.expected()),
                MoneyView.of(line.variance()),
                Based.of(line.forecast()));
    }

    private static Row sum(PoolKind kind, List<LinePosition> lines) {
        return new Row(
                "ALL",
                null,
                kind,
                total(lines, line -> line.pool().budget()),
                total(lines, LinePosition::actual),
                total(lines, LinePosition::expected),
                total(lines, LinePosition::variance),
                null);
    }

    private static MoneyView total(List<LinePosition> lines, Function<LinePosition, Money> amount) {
        return MoneyView.of(Money.sum(lines.stream().map(amount).toList()));
    }
}
