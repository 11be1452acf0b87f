package uk.jointdesk.finance.budget.domain;

import java.util.Optional;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Where a budget line stands at the end of a period.
 *
 * @param actual posted to date
 * @param forecast the latest that was made by then, or null
 */
public record LinePosition(CostPool pool, Money actual, Forecast forecast) {

    /** What the outturn is expected to be: the forecast, or else what was posted. */
    public Money expected() {
        return Optional.ofNullable(forecast).map(Forecast::amount).orElse(actual);
    }

    /** Above zero is over budget. */
    public Money variance() {
        return expected().minus(pool.budget());
    }
}
