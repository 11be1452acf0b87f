package uk.jointdesk.finance.budget.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.budget.domain.BudgetChange;
import uk.jointdesk.finance.budget.domain.ChangeKind;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Budget changes as rows: their heads first, then the lines of all of them in one go. */
final class ChangeRows {
    private ChangeRows() {}

    /** A change without its lines. */
    record Head(
            UUID id,
            long number,
            FinancialYear year,
            ChangeKind kind,
            String reason,
            Instant requestedAt,
            String requestedBy,
            BudgetChange.Decision decision) {

        BudgetChanges.Entered with(List<BudgetChange.Line> lines) {
            return new BudgetChanges.Entered(
                    new BudgetChange(id, year, kind, reason, lines, requestedAt, requestedBy, decision), number);
        }
    }

    static Head head(ResultSet row, StatementContext context) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getLong("entered"),
                FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                decision(row));
    }

    private static BudgetChange.Decision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new BudgetChange.Decision(
                        BudgetChange.Outcome.valueOf(outcome),
                        row.getString("decided_because"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"));
    }

    static List<BudgetChanges.Entered> complete(Handle h, List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<BudgetChange.Line>> lines = new HashMap<>();
        h.createQuery("select * from budget_change_line where change in (<changes>) order by change, budget_line")
                .bindList("changes", heads.stream().map(Head::id).toList())
                .map((row, context) -> lines.computeIfAbsent(
                                row.getObject("change", UUID.class), any -> new ArrayList<>())
                        .add(new BudgetChange.Line(
                                row.getString("budget_line"), Money.ofPence(row.getLong("amount_pence")))))
                .list();
        return heads.stream().map(head -> head.with(lines.get(head.id()))).toList();
    }
}
