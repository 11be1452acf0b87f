package uk.jointdesk.finance.budget.domain;

import uk.jointdesk.finance.money.domain.Money;

/**
 * How the budget of a line came about.
 *
 * @param original as the board approved it, or as drafted so far
 * @param virements approved moves from and to other lines
 * @param otherChanges approved additions, reductions and replacements of placeholders
 */
public record BudgetAmounts(Money original, Money virements, Money otherChanges) {

    public static BudgetAmounts of(Money original) {
        return new BudgetAmounts(original, Money.ZERO, Money.ZERO);
    }

    /** The same changes of another amount, while it is drafted. */
    public BudgetAmounts withOriginal(Money drafted) {
        return new BudgetAmounts(drafted, virements, otherChanges);
    }

    public Money revised() {
        return original.plus(virements).plus(otherChanges);
    }
}
