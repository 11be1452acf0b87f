package uk.jointdesk.finance.budget.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.LineTerms;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.domain.Recurrence;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyInput;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Budget lines as callers send them. */
public final class LineInput {
    private LineInput() {}

    /** @param scheme code of the scheme that divides it; absent only when nothing is budgeted */
    public record New(
            @NotNull String financialYear,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}")
            String code,

            @NotBlank @Size(max = 200) String title,
            @NotNull PoolKind kind,
            @NotNull MoneyInput budget,
            String scheme,
            @NotBlank @Size(max = 500) String source,
            Boolean assumption,

            @Schema(description = "ONGOING unless told") Recurrence recurrence,

            @Schema(description = "A sum without detail, later replaced by lines that have some")
            Boolean placeholder,

            @Schema(description = "Money not to be spent: the budget is zero or below")
            Boolean saving,

            @Schema(description = "First day on which costs may fall on the line")
            LocalDate activeFrom,

            @Schema(description = "Last such day") LocalDate activeTo) {

        CostPool pool(FinancialYear year) {
            Money amount = budget.read("/budget");
            return new CostPool(year, code, title, kind, amount, scheme, source, Boolean.TRUE.equals(assumption));
        }

        LineTerms terms() {
            return new LineTerms(
                    recurrence == null ? Recurrence.ONGOING : recurrence,
                    Boolean.TRUE.equals(placeholder),
                    Boolean.TRUE.equals(saving),
                    activeFrom,
                    activeTo);
        }
    }

    /** A merge patch: what is absent stays. */
    public record Change(
            @Size(min = 1, max = 200) String title,
            MoneyInput budget,
            String scheme,
            @Size(min = 1, max = 500) String source,
            Boolean assumption,
            Recurrence recurrence,
            Boolean placeholder,
            Boolean saving,
            LocalDate activeFrom,
            LocalDate activeTo) {

        BudgetLine applyTo(BudgetLine old) {
            return new BudgetLine(pool(old.pool()), terms(old.terms()), old.version());
        }

        private CostPool pool(CostPool old) {
            Money amount = budget == null ? old.amounts().original() : budget.read("/budget");
            return new CostPool(
                    old.year(),
                    old.code(),
                    or(title, old.title()),
                    old.kind(),
                    old.amounts().withOriginal(amount),
                    or(scheme, old.scheme()),
                    or(source, old.source()),
                    or(assumption, old.assumption()));
        }

        private LineTerms terms(LineTerms old) {
            return new LineTerms(
                    or(recurrence, old.recurrence()),
                    or(placeholder, old.placeholder()),
                    or(saving, old.saving()),
                    or(activeFrom, old.activeFrom()),
                    or(activeTo, old.activeTo()));
        }

        private static <T> T or(T given, T old) {
            return given == null ? old : given;
        }
    }
}
