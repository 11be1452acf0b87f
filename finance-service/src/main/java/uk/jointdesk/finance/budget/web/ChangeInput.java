package uk.jointdesk.finance.budget.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.BudgetChange;
import uk.jointdesk.finance.budget.domain.ChangeKind;
import uk.jointdesk.finance.money.web.MoneyInput;

/** Budget changes as callers send them. */
public final class ChangeInput {
    private ChangeInput() {}

    @Schema(name = "NewBudgetChange")
    public record New(
            @NotNull String financialYear,
            @NotNull ChangeKind kind,
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Line> lines) {}

    /** A change whose kind its address says. */
    @Schema(name = "NewVirement")
    public record Virement(
            @NotNull String financialYear,
            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "Amounts that add up to nothing") @NotNull @Size(min = 2, max = 200)
            List<@NotNull @Valid Line> lines) {
        New asChange() {
            return new New(financialYear, ChangeKind.VIREMENT, reason, lines);
        }
    }

    @Schema(name = "NewBudgetChangeLine")
    public record Line(
            @NotNull String budgetLine,

            @Schema(description = "Above zero is added to the line, below is taken from it") @NotNull
            MoneyInput amount) {}

    @Schema(name = "NewBudgetDecision")
    public record Decision(
            @NotNull BudgetChange.Outcome outcome,

            @Schema(description = "Where it is minuted, or why it was rejected") @NotBlank @Size(max = 500)
            String reason) {}

    static List<BudgetChange.Line> read(List<Line> lines) {
        List<BudgetChange.Line> read = new ArrayList<>();
        for (Line line : lines) {
            String pointer = "/lines/" + read.size() + "/amount";
            read.add(new BudgetChange.Line(line.budgetLine(), line.amount().read(pointer)));
        }
        return read;
    }
}
