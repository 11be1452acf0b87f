package uk.jointdesk.finance.budget.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;

/**
 * What a budget came to at one time.
 *
 * @param number 1 is what the board approved whole; each approved change makes the next
 * @param change that made it, or null of the first
 */
public record BudgetVersion(int number, UUID change, Instant madeAt, String madeBy, List<Amount> lines) {

    public record Amount(String budgetLine, Money amount) {}

    public Money total() {
        return Money.sum(lines.stream().map(Amount::amount).toList());
    }
}
