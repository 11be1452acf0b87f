package uk.jointdesk.finance.budget.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.budget.domain.BudgetAmounts;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.LineTerms;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.budget.domain.Recurrence;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Budget lines as rows. */
final class LineRows {
    private LineRows() {}

    static BudgetLine line(ResultSet row, StatementContext context) throws SQLException {
        CostPool pool = new CostPool(
                FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                row.getString("code"),
                row.getString("title"),
                PoolKind.valueOf(row.getString("kind")),
                new BudgetAmounts(
                        Money.ofPence(row.getLong("amount_pence")),
                        Money.ofPence(row.getLong("virement_pence")),
                        Money.ofPence(row.getLong("change_pence"))),
                row.getString("scheme"),
                row.getString("source"),
                row.getBoolean("assumption"));
        return new BudgetLine(pool, terms(row), row.getLong("version"));
    }

    static LineTerms terms(ResultSet row) throws SQLException {
        return new LineTerms(
                Recurrence.valueOf(row.getString("recurrence")),
                row.getBoolean("placeholder"),
                row.getBoolean("saving"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class));
    }
}
