package uk.jointdesk.finance.budget.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.BudgetPlan;
import uk.jointdesk.finance.budget.domain.PlanLine;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.problem.Refusal;

/** Takes the lines of one year of an approved plan into the draft budget of that year. */
@ApplicationScoped
public class PlanAdoption {
    private final BudgetLines lines;
    private final LineRules rules;

    public PlanAdoption(BudgetLines lines, LineRules rules) {
        this.lines = lines;
        this.rules = rules;
    }

    /** All of them or none. */
    List<BudgetLine> adopt(BudgetPlan plan, FinancialYear year) {
        if (plan.approval().isEmpty()) {
            throw Refusal.conflict(
                    "plan-not-approved", "A budget takes lines from a plan that the board has approved.");
        }
        List<PlanLine> planned = plan.linesOf(year);
        if (planned.isEmpty()) {
            throw new RuleBroken("plan-without-year", "/financialYear", "The plan has no line in " + year.code() + ".");
        }
        List<BudgetLine> taken = planned.stream()
                .map(line -> new BudgetLine(line.pool(plan.assumption()), line.terms(), 1))
                .toList();
        taken.forEach(line -> rules.checkNew(line.pool()));
        lines.addAll(taken);
        return taken;
    }
}
