package uk.jointdesk.finance.forecast.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.ForecastMethod;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;

/** A forecast as it was made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Forecast")
public record ForecastView(
        long id,
        String financialYear,
        String budgetLine,
        MoneyView amount,
        ForecastMethod method,
        int fromPeriod,
        int toPeriod,
        String profile,
        String reason,
        String cause,
        String driver,
        String source,
        Instant madeAt,
        String madeBy) {

    static ForecastView of(String year, Forecast forecast) {
        return new ForecastView(
                forecast.id(),
                year,
                forecast.line(),
                MoneyView.of(forecast.amount()),
                forecast.method(),
                forecast.basedFrom(),
                forecast.basedTo(),
                forecast.profile(),
                forecast.reason(),
                forecast.cause(),
                forecast.driver(),
                forecast.source(),
                forecast.madeAt(),
                forecast.madeBy());
    }

    /** The forecasts of one making and what they come to. */
    @Schema(name = "ForecastsMade")
    public record Made(List<ForecastView> items, MoneyView total) {
        static Made of(String year, List<Forecast> forecasts) {
            Money total = Money.sum(forecasts.stream().map(Forecast::amount).toList());
            return new Made(
                    forecasts.stream().map(made -> ForecastView.of(year, made)).toList(), MoneyView.of(total));
        }
    }

    /** What each method comes to for a line, side by side; nothing is kept. */
    @Schema(name = "ForecastComparison")
    public record Comparison(
            String budgetLine, MoneyView budget, MoneyView actual, Map<ForecastMethod, MoneyView> outturn) {}

    /**
     * How a forecast came out.
     *
     * @param error forecast less outturn; above zero it was too high
     * @param ratio of the error to the outturn; absent when that was nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ForecastAccuracyRow")
    public record Came(ForecastView forecast, MoneyView outturn, MoneyView error, RatioView ratio) {}

    /** @param meanError mean of the absolute ratios of the forecasts read up to that period */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ForecastAccuracyByPeriod")
    public record ByPeriod(int toPeriod, int forecasts, RatioView meanError) {}

    /** @param yearOver false while the outturn can still move: nothing is judged before */
    @Schema(name = "ForecastAccuracy")
    public record Accuracy(
            String financialYear,
            boolean yearOver,
            List<Came> items,
            List<ByPeriod> byPeriod,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next) {}
}
