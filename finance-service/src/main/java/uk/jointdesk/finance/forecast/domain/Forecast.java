package uk.jointdesk.finance.forecast.domain;

import java.time.Instant;
import uk.jointdesk.finance.money.domain.Money;

/**
 * The outturn expected of a line.
 *
 * @param id its place in the order forecasts were made
 * @param basedFrom first period the forecast was read from
 * @param basedTo last period it was read from; a forecast on P1 and P2 only is bound to move
 * @param profile code of the monthly profile, or null
 * @param reason of a forecast made by hand, or null
 * @param cause why it differs from the budget
 * @param driver what moves the cost, such as AGENCY_STAFF, or null
 */
public record Forecast(
        long id,
        String line,
        Money amount,
        int basedFrom,
        int basedTo,
        ForecastMethod method,
        String profile,
        String reason,
        String cause,
        String driver,
        String source,
        Instant madeAt,
        String madeBy) {}
