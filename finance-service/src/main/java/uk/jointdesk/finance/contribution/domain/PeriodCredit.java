package uk.jointdesk.finance.contribution.domain;

import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.Period;

/**
 * A service credit of one period.
 *
 * @param line the budget line it is a credit on; that line's scheme shares it among the partners
 * @param amount above zero, after mitigation
 */
public record PeriodCredit(String line, Period period, Money amount) {}
