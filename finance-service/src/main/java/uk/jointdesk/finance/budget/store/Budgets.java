package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.budget.domain.Approval;
import uk.jointdesk.finance.budget.domain.Budget;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** The budgets of the years; read by roles that see the whole service. */
@ApplicationScoped
public class Budgets {
    private final ScopedDb db;

    public Budgets(ScopedDb db) {
        this.db = db;
    }

    public List<Budget> all() {
        return db.read(h -> h.createQuery("select b.*, coalesce(sum(l.amount_pence), 0)::bigint as original,"
                        + " coalesce(sum(l.revised_pence), 0)::bigint as total"
                        + " from budget b left join budget_position l using (financial_year)"
                        + " group by b.financial_year order by b.financial_year")
                .map(Budgets::budget)
                .list());
    }

    public Optional<Budget> find(FinancialYear year) {
        return all().stream().filter(budget -> budget.year().equals(year)).findFirst();
    }

    /** False when the year has a budget. */
    public boolean add(Budget budget) {
        return db.write(h -> h.createUpdate("insert into budget (financial_year, title, source, assumption)"
                                + " values (:year, :title, :source, :assumption) on conflict do nothing")
                        .bind("year", budget.year().code())
                        .bind("title", budget.title())
                        .bind("source", budget.source())
                        .bind("assumption", budget.assumption())
                        .execute()
                == 1);
    }

    /** The board's approval of a draft as it was read, and with it the first version; false when it was edited since. */
    public boolean approve(FinancialYear year, String decision, String by, long version) {
        return db.write(h -> {
            boolean approved = h.createUpdate("update budget set status = 'APPROVED', approved_at = now(),"
                                    + " approved_by = :by, decision = :decision, version = version + 1"
                                    + " where financial_year = :year and version = :version and status = 'DRAFT'")
                            .bind("by", by)
                            .bind("decision", decision)
                            .bind("year", year.code())
                            .bind("version", version)
                            .execute()
                    == 1;
            if (approved) {
                BudgetVersions.write(h, year, null, by);
            }
            return approved;
        });
    }

    private static Budget budget(ResultSet row, StatementContext context) throws SQLException {
        return new Budget(
                FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                row.getString("title"),
                Money.ofPence(row.getLong("original")),
                Money.ofPence(row.getLong("total")),
                row.getString("source"),
                row.getBoolean("assumption"),
                approval(row),
                row.getLong("version"));
    }

    /** Null of a draft. */
    static Approval approval(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("approved_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Approval(at.toInstant(), row.getString("approved_by"), row.getString("decision"));
    }
}
