package uk.jointdesk.finance.forecast.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.forecast.domain.ForecastMethod;
import uk.jointdesk.finance.forecast.domain.LineYear;
import uk.jointdesk.finance.forecast.domain.SpendProfile;
import uk.jointdesk.finance.forecast.store.Forecasts;
import uk.jointdesk.finance.forecast.store.LineYears;
import uk.jointdesk.finance.forecast.store.SpendProfiles;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.scope.Caller;

/** Makes forecasts of one line or of all. */
@ApplicationScoped
public class Forecasting {
    private final Forecasts forecasts;
    private final LineYears lineYears;
    private final SpendProfiles profiles;
    private final Caller caller;
    private final Clock clock;

    public Forecasting(Forecasts forecasts, LineYears lineYears, SpendProfiles profiles, Caller caller, Clock clock) {
        this.forecasts = forecasts;
        this.lineYears = lineYears;
        this.profiles = profiles;
        this.caller = caller;
        this.clock = clock;
    }

    List<Forecast> make(FinancialYear year, ForecastInput input) {
        input.check();
        SortedMap<String, LineYear> lines = lineYears.of(year, input.toPeriod());
        if (input.budgetLine() != null && !lines.containsKey(input.budgetLine())) {
            throw new RuleBroken("line-unknown", "/budgetLine", year.code() + " has no budget line of this code.");
        }
        SpendProfile profile = profile(input.profile());
        List<Forecast> made = new ArrayList<>();
        lines.forEach((code, line) -> {
            if (input.budgetLine() == null || input.budgetLine().equals(code)) {
                made.add(forecast(code, amount(line, input, profile), input));
            }
        });
        forecasts.add(year, made);
        List<Forecast> kept = forecasts.history(year, input.budgetLine());
        return kept.subList(kept.size() - made.size(), kept.size());
    }

    private SpendProfile profile(String code) {
        return code == null
                ? SpendProfile.EVEN
                : profiles.find(code)
                        .orElseThrow(() -> new RuleBroken(
                                "profile-unknown", "/profile", "There is no spend profile of this code."));
    }

    private static Money amount(LineYear line, ForecastInput input, SpendProfile profile) {
        return input.method() == ForecastMethod.MANUAL
                ? input.amount().read("/amount")
                : line.outturn(input.method(), input.from(), input.toPeriod(), profile);
    }

    private Forecast forecast(String line, Money amount, ForecastInput input) {
        return new Forecast(
                0,
                line,
                amount,
                input.from(),
                input.toPeriod(),
                input.method(),
                input.profile(),
                input.reason(),
                input.cause(),
                input.driver(),
                input.source(),
                clock.instant(),
                caller.client());
    }

    /** Each line by each method that needs nobody's judgement. */
    List<ForecastView.Comparison> compare(FinancialYear year, int from, int to, String profileCode) {
        SpendProfile profile = profile(profileCode);
        List<ForecastView.Comparison> compared = new ArrayList<>();
        new TreeMap<>(lineYears.of(year, to)).forEach((code, line) -> {
            Map<ForecastMethod, MoneyView> outturn = new EnumMap<>(ForecastMethod.class);
            for (ForecastMethod method : ForecastMethod.values()) {
                if (method != ForecastMethod.MANUAL) {
                    outturn.put(method, MoneyView.of(line.outturn(method, from, to, profile)));
                }
            }
            compared.add(new ForecastView.Comparison(
                    code, MoneyView.of(line.budget()), MoneyView.of(line.spent(1, to)), outturn));
        });
        return compared;
    }
}
