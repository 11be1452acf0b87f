package uk.jointdesk.finance.budget.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.LineTerms;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.domain.Recurrence;
import uk.jointdesk.finance.money.web.MoneyView;

/** A cost pool as it is shown. */
public record LineView(
        String financialYear,
        String code,
        String title,
        PoolKind kind,

        @Schema(description = "Revised: the original with every approved change")
        MoneyView budget,

        MoneyView original,
        MoneyView virements,

        @Schema(description = "Approved additions, reductions and replacements of placeholders")
        MoneyView otherChanges,

        String scheme,
        String source,
        boolean assumption,
        Recurrence recurrence,
        boolean placeholder,
        boolean saving,
        LocalDate activeFrom,
        LocalDate activeTo) {

    static LineView of(BudgetLine line) {
        CostPool pool = line.pool();
        LineTerms terms = line.terms();
        return new LineView(
                pool.year().code(),
                pool.code(),
                pool.title(),
                pool.kind(),
                MoneyView.of(pool.budget()),
                MoneyView.of(pool.amounts().original()),
                MoneyView.of(pool.amounts().virements()),
                MoneyView.of(pool.amounts().otherChanges()),
                pool.scheme(),
                pool.source(),
                pool.assumption(),
                terms.recurrence(),
                terms.placeholder(),
                terms.saving(),
                terms.activeFrom(),
                terms.activeTo());
    }
}
