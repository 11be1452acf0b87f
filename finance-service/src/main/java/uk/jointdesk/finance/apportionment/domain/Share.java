package uk.jointdesk.finance.apportionment.domain;

import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * One partner's part of a cost.
 *
 * @param amount whole pence, what is paid
 * @param fraction the exact part of the whole cost that the amount was rounded from
 */
public record Share(String partner, Money amount, Fraction fraction) {}
