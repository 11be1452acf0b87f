package uk.jointdesk.finance.budget.domain;

import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * A line of a plan in one of its years.
 *
 * @param scheme that would divide it, or null where no scheme is meant
 */
public record PlanLine(
        FinancialYear year,
        String code,
        String title,
        PoolKind kind,
        Money amount,
        LineTerms terms,
        String scheme,
        String source) {

    /** The line as a year's budget takes it. */
    public CostPool pool(boolean assumption) {
        return new CostPool(year, code, title, kind, amount, scheme, source, assumption);
    }
}
