package uk.jointdesk.finance.budget.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.BudgetChange;
import uk.jointdesk.finance.budget.domain.ChangeKind;
import uk.jointdesk.finance.money.web.MoneyView;

/** A budget change, and what the board decided on it. */
@Schema(name = "BudgetChange")
public record ChangeView(
        UUID id,
        String financialYear,
        ChangeKind kind,
        BudgetChange.Status status,
        String reason,
        List<BudgetView.AmountView> lines,
        Instant requestedAt,
        String requestedBy,
        String decidedBecause,
        Instant decidedAt,
        String decidedBy) {

    static ChangeView of(BudgetChange change) {
        BudgetChange.Decision decision = change.decision();
        return new ChangeView(
                change.id(),
                change.year().code(),
                change.kind(),
                change.status(),
                change.reason(),
                change.lines().stream()
                        .map(line -> new BudgetView.AmountView(line.budgetLine(), MoneyView.of(line.amount())))
                        .toList(),
                change.requestedAt(),
                change.requestedBy(),
                decision == null ? null : decision.reason(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by());
    }
}
