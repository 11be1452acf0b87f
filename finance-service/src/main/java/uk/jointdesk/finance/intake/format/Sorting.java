package uk.jointdesk.finance.intake.format;

import java.util.Map;
import java.util.Optional;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.intake.domain.CodeRules;
import uk.jointdesk.finance.intake.domain.PaymentLine;
import uk.jointdesk.finance.intake.domain.RowRefused;
import uk.jointdesk.finance.intake.domain.Target;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Says where a payment goes: to the line of its codes, or to suspense while they mean nothing here.
 *
 * @param pools of each opened year, by code
 */
public record Sorting(Map<FinancialYear, Map<String, CostPool>> pools) {

    /** @param target null exactly where there is a reason to wait */
    record Place(Target target, String suspenseReason) {
        static Place waits(String reason) {
            return new Place(null, reason);
        }
    }

    /** @throws RowRefused {@code financial-year-unknown} */
    Place place(PaymentLine payment, CodeRules codes) throws RowRefused {
        Map<String, CostPool> ofYear = pools.get(FinancialYear.containing(payment.date()));
        if (ofYear == null) {
            throw new RowRefused("financial-year-unknown", "lies in a year that is not opened", "/date");
        }
        Optional<Target> found = codes.target(payment.costCentre(), payment.expense());
        return found.map(target -> place(target, ofYear.get(target.budgetLine())))
                .orElseGet(() -> Place.waits("code-unknown"));
    }

    private static Place place(Target target, CostPool pool) {
        if (pool == null) {
            return Place.waits("line-unknown");
        }
        boolean nobodyPays = target.partner() == null && pool.dividedBy().isEmpty();
        return nobodyPays ? Place.waits("line-needs-partner") : new Place(target, null);
    }
}
