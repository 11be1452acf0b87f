package uk.jointdesk.finance.budget.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.budget.domain.Budget;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.store.Budgets;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.problem.Refusal;

/** Whether a line may be written as it is sent. The database looks once more at the amounts of approved budgets. */
@ApplicationScoped
public class LineRules {
    private final Budgets budgets;
    private final Schemes schemes;

    public LineRules(Budgets budgets, Schemes schemes) {
        this.budgets = budgets;
        this.schemes = schemes;
    }

    void checkNew(CostPool pool) {
        Budget budget = budget(pool.year());
        if (budget.approval().isPresent() && !pool.amounts().original().isZero()) {
            throw approved(pool.year());
        }
        checkScheme(pool);
    }

    void checkEdit(BudgetLine old, BudgetLine changed) {
        boolean sameAmount =
                old.pool().amounts().original().equals(changed.pool().amounts().original());
        if (!sameAmount && budget(old.pool().year()).approval().isPresent()) {
            throw approved(old.pool().year());
        }
        checkScheme(changed.pool());
    }

    private static Refusal approved(FinancialYear year) {
        return Refusal.conflict(
                "budget-approved", "The budget of " + year.code() + " is approved: ask for a virement or an addition.");
    }

    private Budget budget(FinancialYear year) {
        return budgets.find(year)
                .orElseThrow(
                        () -> new RuleBroken("budget-missing", "/financialYear", year.code() + " has no budget yet."));
    }

    /** A line that nothing divides on some day of its year would leave a contribution short. */
    private void checkScheme(CostPool pool) {
        if (pool.dividedBy().isEmpty()) {
            return;
        }
        boolean covers = schemes.find(pool.scheme())
                .flatMap(scheme -> scheme.scheme().inForceOn(pool.year().from()))
                .isPresent();
        if (!covers) {
            throw new RuleBroken(
                    "scheme-not-in-force",
                    "/scheme",
                    "A scheme with a version in force on " + pool.year().from() + ".");
        }
    }
}
