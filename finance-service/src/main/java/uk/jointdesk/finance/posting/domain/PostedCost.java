package uk.jointdesk.finance.posting.domain;

import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.Period;

/**
 * What was posted to a budget line in a period, for all partners or charged to one.
 *
 * @param partner the one charged directly, or null for a shared cost
 * @param amount expenditure less income
 */
public record PostedCost(String line, Period period, String partner, Money amount) {

    public boolean isShared() {
        return partner == null;
    }
}
