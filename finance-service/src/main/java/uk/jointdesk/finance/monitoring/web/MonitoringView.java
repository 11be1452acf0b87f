package uk.jointdesk.finance.monitoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.ForecastMethod;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.monitoring.domain.LinePosition;

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
     */
    public record Row(
            String line,
            String title,
            PoolKind kind,

            @Schema(description = "As the board approved it")
            MoneyView original,

            @Schema(description = "Approved moves from and to other lines")
            MoneyView virements,

            @Schema(description = "The original with every approved change")
            MoneyView revised,

            @Schema(description = "What the revised budget has for the periods so far, in twelfths")
            MoneyView budgetToDate,

            @Schema(description = "Posted up to the period") MoneyView actual,

            @Schema(description = "What of the actual is accrued, and taken back in the next period")
            MoneyView accrued,

            @Schema(description = "Ordered, not invoiced and not accrued")
            MoneyView commitments,

            @Schema(description = "The forecast where one was made by then, else the actual")
            MoneyView expected,

            @Schema(description = "Expected less revised; above zero is over budget")
            MoneyView variance,

            @Schema(description = "Actual less budget to date")
            MoneyView varianceToDate,

            @Schema(description = "Revised less actual less commitments")
            MoneyView uncommitted,

            @Schema(description = "Why the line varies, by its forecast")
            String cause,

            Based basisOfForecast) {}

    /** What a forecast was read from, and how. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BasisOfForecast")
    public record Based(
            int fromPeriod,
            int toPeriod,
            ForecastMethod method,
            String profile,
            String reason,
            String cause,
            String driver,
            String source,
            Instant madeAt) {
        static Based of(Forecast forecast) {
            return forecast == null
                    ? null
                    : new Based(
                            forecast.basedFrom(),
                            forecast.basedTo(),
                            forecast.method(),
                            forecast.profile(),
                            forecast.reason(),
                            forecast.cause(),
                            forecast.driver(),
                            forecast.source(),
                            forecast.madeAt());
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
        Based based = Based.of(line.forecast());
        String cause = based == null ? null : based.cause();
        return row(line.pool().code(), line.pool().title(), line.pool().kind(), List.of(line), cause, based);
    }

    private static Row sum(PoolKind kind, List<LinePosition> lines) {
        return row("ALL", null, kind, lines, null, null);
    }

    private static Row row(
            String code, String title, PoolKind kind, List<LinePosition> lines, String cause, Based based) {
        return new Row(
                code,
                title,
                kind,
                total(lines, LinePosition::original),
                total(lines, LinePosition::virements),
                total(lines, LinePosition::revised),
                total(lines, LinePosition::budgetToDate),
                total(lines, LinePosition::actual),
                total(lines, LinePosition::accrued),
                total(lines, LinePosition::commitments),
                total(lines, LinePosition::expected),
                total(lines, LinePosition::variance),
                total(lines, LinePosition::varianceToDate),
                total(lines, LinePosition::uncommitted),
                cause,
                based);
    }

    private static MoneyView total(List<LinePosition> lines, Function<LinePosition, Money> amount) {
        return MoneyView.of(Money.sum(lines.stream().map(amount).toList()));
    }
}
