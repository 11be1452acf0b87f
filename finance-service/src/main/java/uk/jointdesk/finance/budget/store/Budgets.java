package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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
        return db.read(h -> h.createQuery("select b.financial_year, b.title, b.source, b.assumption,"
                        + " coalesce(sum(l.amount_pence), 0)::bigint as total"
                        + " from budget b left join budget_line l using (financial_year)"
                        + " group by b.financial_year order by b.financial_year")
                .map((row, context) -> new Budget(
                        FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                        row.getString("title"),
                        Money.ofPence(row.getLong("total")),
                        row.getString("source"),
                        row.getBoolean("assumption")))
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
}
