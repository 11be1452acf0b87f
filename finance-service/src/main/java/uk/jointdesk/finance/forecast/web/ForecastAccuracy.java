package uk.jointdesk.finance.forecast.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.LineYear;
import uk.jointdesk.finance.forecast.store.Forecasts;
import uk.jointdesk.finance.forecast.store.LineYears;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;

/** How good the forecasts of a year were, once it is over. */
@ApplicationScoped
public class ForecastAccuracy {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final Forecasts forecasts;
    private final LineYears lineYears;
    private final Clock clock;

    public ForecastAccuracy(Forecasts forecasts, LineYears lineYears, Clock clock) {
        this.forecasts = forecasts;
        this.lineYears = lineYears;
        this.clock = clock;
    }

    ForecastView.Accuracy of(FinancialYear year, String line) {
        boolean over = clock.instant().atZone(LONDON).toLocalDate().isAfter(year.to());
        if (!over) {
            return new ForecastView.Accuracy(year.code(), false, List.of(), List.of(), null);
        }
        Map<String, LineYear> lines = lineYears.of(year, Period.CLOSING);
        List<ForecastView.Came> came = new ArrayList<>();
        SortedMap<Integer, List<Fraction>> errors = new TreeMap<>();
        for (Forecast forecast : forecasts.history(year, line)) {
            Money outturn = lines.get(forecast.line()).spent(1, Period.CLOSING);
            Fraction error = LineYear.error(forecast.amount(), outturn);
            came.add(came(year, forecast, outturn, error));
            errors.computeIfAbsent(forecast.basedTo(), any -> new ArrayList<>());
            if (error != null) {
                errors.get(forecast.basedTo()).add(error);
            }
        }
        return new ForecastView.Accuracy(year.code(), true, came, byPeriod(errors), null);
    }

    private static ForecastView.Came came(FinancialYear year, Forecast forecast, Money outturn, Fraction error) {
        return new ForecastView.Came(
                ForecastView.of(year.code(), forecast),
                MoneyView.of(outturn),
                MoneyView.of(forecast.amount().minus(outturn)),
                error == null ? null : RatioView.of(error));
    }

    private static List<ForecastView.ByPeriod> byPeriod(SortedMap<Integer, List<Fraction>> errors) {
        List<ForecastView.ByPeriod> rows = new ArrayList<>();
        errors.forEach((period, ratios) -> {
            Fraction mean = LineYear.meanError(ratios);
            rows.add(new ForecastView.ByPeriod(period, ratios.size(), mean == null ? null : RatioView.of(mean)));
        });
        return rows;
    }
}
