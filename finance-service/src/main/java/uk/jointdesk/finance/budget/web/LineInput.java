package uk.jointdesk.finance.budget.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.PoolKind;
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
            Boolean assumption) {

        CostPool pool(FinancialYear year) {
            Money amount = budget.read("/budget");
            return new CostPool(year, code, title, kind, amount, scheme, source, Boolean.TRUE.equals(assumption));
        }
    }

    /** A merge patch: what is absent stays. */
    public record Change(
            @Size(min = 1, max = 200) String title,
            MoneyInput budget,
            String scheme,
            @Size(min = 1, max = 500) String source,
            Boolean assumption) {

        CostPool applyTo(CostPool old) {
            return new CostPool(
                    old.year(),
                    old.code(),
                    title == null ? old.title() : title,
                    old.kind(),
                    budget == null ? old.budget() : budget.read("/budget"),
                    scheme == null ? old.scheme() : scheme,
                    source == null ? old.source() : source,
                    assumption == null ? old.assumption() : assumption);
        }
    }
}
