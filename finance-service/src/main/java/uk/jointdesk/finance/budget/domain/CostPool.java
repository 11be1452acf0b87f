package uk.jointdesk.finance.budget.domain;

import java.util.Optional;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * One budget line of one year, divided by one scheme.
 *
 * @param amounts what the board approved, and what has changed since
 * @param scheme code of the scheme that divides it, or null for a line that only holds direct charges
 * @param source where the amount is published, or the reasoning behind an assumption
 * @param assumption whether the amount is assumed and not published
 */
public record CostPool(
        FinancialYear year,
        String code,
        String title,
        PoolKind kind,
        BudgetAmounts amounts,
        String scheme,
        String source,
        boolean assumption) {

    /** @throws RuleBroken {@code line-needs-scheme}: money nobody can be billed for would be lost */
    public CostPool {
        if (scheme == null && !(amounts.original().isZero() && amounts.revised().isZero())) {
            throw new RuleBroken(
                    "line-needs-scheme", "/scheme", "A line with a budget needs a scheme that divides it.");
        }
    }

    /** A line that was not changed since its budget was made. */
    public CostPool(
            FinancialYear year,
            String code,
            String title,
            PoolKind kind,
            Money budget,
            String scheme,
            String source,
            boolean assumption) {
        this(year, code, title, kind, BudgetAmounts.of(budget), scheme, source, assumption);
    }

    /** What may be spent: the original with every approved change. */
    public Money budget() {
        return amounts.revised();
    }

    public Optional<String> dividedBy() {
        return Optional.ofNullable(scheme);
    }
}
