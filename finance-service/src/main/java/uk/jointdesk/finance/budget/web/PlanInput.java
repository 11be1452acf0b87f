package uk.jointdesk.finance.budget.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.BudgetPlan;
import uk.jointdesk.finance.budget.domain.LineTerms;
import uk.jointdesk.finance.budget.domain.PlanLine;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.domain.Recurrence;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** A plan as a caller sends it: the whole document, also when it takes the place of an earlier draft. */
@Schema(name = "NewBudgetPlan")
public record PlanInput(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
        String code,

        @NotBlank @Size(max = 200) String title,
        @NotNull String firstYear,
        @NotNull String lastYear,
        @NotBlank @Size(max = 500) String source,
        Boolean assumption,
        @NotNull @Size(max = 500) List<@NotNull @Valid Line> lines) {

    @Schema(name = "NewBudgetPlanLine")
    public record Line(
            @NotNull String financialYear,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
            String code,

            @NotBlank @Size(max = 200) String title,
            @NotNull PoolKind kind,
            @NotNull Recurrence recurrence,
            @NotNull MoneyInput amount,
            Boolean placeholder,
            Boolean saving,
            LocalDate activeFrom,
            LocalDate activeTo,
            String scheme,
            @NotBlank @Size(max = 500) String source) {

        PlanLine read(String pointer) {
            Money read = amount.read(pointer + "/amount");
            LineTerms terms = new LineTerms(
                    recurrence, Boolean.TRUE.equals(placeholder), Boolean.TRUE.equals(saving), activeFrom, activeTo);
            terms.check(read);
            FinancialYear year = PlanInput.year(financialYear, pointer + "/financialYear");
            return new PlanLine(year, code, title, kind, read, terms, scheme, source);
        }
    }

    /** @param version of the draft whose place it takes, 1 of a new one */
    BudgetPlan read(long version) {
        List<PlanLine> read = new ArrayList<>();
        for (Line line : lines) {
            read.add(line.read("/lines/" + read.size()));
        }
        return new BudgetPlan(
                code,
                title,
                year(firstYear, "/firstYear"),
                year(lastYear, "/lastYear"),
                read,
                source,
                Boolean.TRUE.equals(assumption),
                null,
                version);
    }

    /** A plan runs ahead of the years that are opened, so any year that is written rightly will do. */
    private static FinancialYear year(String written, String pointer) {
        return FinancialYear.parse(written)
                .orElseThrow(() ->
                        new RuleBroken("financial-year-malformed", pointer, "A financial year is written as 2020-21."));
    }
}
