package uk.jointdesk.finance.budget.domain;

import java.util.Optional;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * What was agreed to be spent in a year.
 *
 * @param original of its lines, as approved or as drafted so far
 * @param total of its lines with every approved change
 * @param assumption whether no published source gives the amount
 * @param approved by the board, or null while it is a draft
 * @param version counts the edits of the budget and its lines
 */
public record Budget(
        FinancialYear year,
        String title,
        Money original,
        Money total,
        String source,
        boolean assumption,
        Approval approved,
        long version) {

    /** A draft to which lines are added. */
    public static Budget draft(FinancialYear year, String title, String source, boolean assumption) {
        return new Budget(year, title, Money.ZERO, Money.ZERO, source, assumption, null, 1);
    }

    public Optional<Approval> approval() {
        return Optional.ofNullable(approved);
    }
}
