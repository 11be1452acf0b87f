package uk.jointdesk.finance.budget.domain;

import java.time.LocalDate;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What is said of a budget line besides its amount.
 *
 * @param placeholder a sum without detail, to be replaced by lines that have some
 * @param saving money not to be spent: its amount is zero or below
 * @param activeFrom first day on which costs may fall on it, or null for any
 * @param activeTo last such day, or null for any
 */
public record LineTerms(
        Recurrence recurrence, boolean placeholder, boolean saving, LocalDate activeFrom, LocalDate activeTo) {
    public static final LineTerms USUAL = new LineTerms(Recurrence.ONGOING, false, false, null, null);

    /** @throws RuleBroken {@code dates-reversed} */
    public LineTerms {
        if (activeFrom != null && activeTo != null && activeTo.isBefore(activeFrom)) {
            throw new RuleBroken(
                    "dates-reversed", "/activeTo", "The last day is before the first, " + activeFrom + ".");
        }
    }

    /** @throws RuleBroken {@code saving-above-zero} */
    public void check(Money amount) {
        if (saving && amount.signum() > 0) {
            throw new RuleBroken("saving-above-zero", "/budget/amount", "A saving takes away: it is zero or below.");
        }
    }

    public boolean isActiveOn(LocalDate day) {
        return (activeFrom == null || !day.isBefore(activeFrom)) && (activeTo == null || !day.isAfter(activeTo));
    }
}
