package uk.jointdesk.finance.budget.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.Approval;
import uk.jointdesk.finance.budget.domain.Budget;
import uk.jointdesk.finance.budget.domain.BudgetVersion;
import uk.jointdesk.finance.money.web.MoneyView;

/**
 * @param total of the budget's lines with every approved change
 * @param original of its lines as approved, or as drafted so far
 */
@Schema(name = "Budget")
public record BudgetView(
        String financialYear,
        String title,
        MoneyView total,
        MoneyView original,
        String source,
        boolean assumption,
        @Schema(description = "DRAFT or APPROVED") String status,
        Instant approvedAt,
        String approvedBy,
        String decision) {

    static BudgetView of(Budget budget) {
        Approval approval = budget.approved();
        return new BudgetView(
                budget.year().code(),
                budget.title(),
                MoneyView.of(budget.total()),
                MoneyView.of(budget.original()),
                budget.source(),
                budget.assumption(),
                approval == null ? "DRAFT" : "APPROVED",
                approval == null ? null : approval.at(),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.decision());
    }

    /** @param change that made it; absent of the first, which the board approved whole */
    @Schema(name = "BudgetVersion")
    public record VersionView(
            int version, UUID change, Instant madeAt, String madeBy, MoneyView total, List<AmountView> lines) {
        static VersionView of(BudgetVersion version) {
            return new VersionView(
                    version.number(),
                    version.change(),
                    version.madeAt(),
                    version.madeBy(),
                    MoneyView.of(version.total()),
                    version.lines().stream()
                            .map(line -> new AmountView(line.budgetLine(), MoneyView.of(line.amount())))
                            .toList());
        }
    }

    @Schema(name = "BudgetLineAmount")
    public record AmountView(String budgetLine, MoneyView amount) {}
}
