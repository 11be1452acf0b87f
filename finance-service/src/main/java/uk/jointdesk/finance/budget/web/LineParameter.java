package uk.jointdesk.finance.budget.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Budget lines as callers name them in a body, and the partner that a cost on one is charged to. */
@ApplicationScoped
public class LineParameter {
    private final BudgetLines lines;
    private final FundingPartners register;

    public LineParameter(BudgetLines lines, FundingPartners register) {
        this.lines = lines;
        this.register = register;
    }

    /** @throws RuleBroken {@code line-unknown} */
    public CostPool field(FinancialYear year, String code, String pointer) {
        return lines.find(year, code)
                .map(BudgetLine::pool)
                .orElseThrow(() ->
                        new RuleBroken("line-unknown", pointer, year.code() + " has no budget line of this code."));
    }

    /**
     * A line that a cost can be posted to, shared or charged to a partner.
     *
     * @param partner null for a shared cost
     * @throws RuleBroken {@code line-unknown}, {@code partner-unknown}, {@code line-needs-partner}
     */
    public CostPool chargeable(FinancialYear year, String code, String partner) {
        CostPool pool = field(year, code, "/budgetLine");
        if (partner != null && !register.codes().contains(partner)) {
            throw new RuleBroken("partner-unknown", "/partner", "No funding partner has this code.");
        }
        if (partner == null && pool.dividedBy().isEmpty()) {
            throw new RuleBroken(
                    "line-needs-partner", "/partner", "Nothing divides this line: name the partner charged.");
        }
        return pool;
    }
}
