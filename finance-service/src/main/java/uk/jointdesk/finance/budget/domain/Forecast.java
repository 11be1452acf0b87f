package uk.jointdesk.finance.budget.domain;

import uk.jointdesk.finance.money.domain.Money;

/**
 * The outturn expected of a line.
 *
 * @param basedFrom first period the forecast was read from
 * @param basedTo last period it was read from; a forecast on P1 and P2 only is bound to move
 */
public record Forecast(String line, Money amount, int basedFrom, int basedTo, String cause, String source) {}
