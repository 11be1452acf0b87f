package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.budget.domain.BudgetVersion;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** What budgets came to, version by version; never changed. */
@ApplicationScoped
public class BudgetVersions {
    private final ScopedDb db;

    public BudgetVersions(ScopedDb db) {
        this.db = db;
    }

    /** In the order they were made; none of a draft. */
    public List<BudgetVersion> of(FinancialYear year) {
        return db.read(h -> {
            Map<Integer, List<BudgetVersion.Amount>> lines = h.createQuery(
                            "select * from budget_version_line where financial_year = :year order by budget_line")
                    .bind("year", year.code())
                    .map((row, context) -> Map.entry(
                            row.getInt("number"),
                            new BudgetVersion.Amount(
                                    row.getString("budget_line"), Money.ofPence(row.getLong("amount_pence")))))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            return h.createQuery("select * from budget_version where financial_year = :year order by number")
                    .bind("year", year.code())
                    .map((row, context) -> version(row, lines))
                    .list();
        });
    }

    private static BudgetVersion version(ResultSet row, Map<Integer, List<BudgetVersion.Amount>> lines)
            throws SQLException {
        int number = row.getInt("number");
        return new BudgetVersion(
                number,
                row.getObject("change", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                lines.getOrDefault(number, List.of()));
    }

    /** What the lines come to now, in the transaction that made it so. */
    static void write(Handle h, FinancialYear year, UUID change, String by) {
        int number = h.createQuery("insert into budget_version (financial_year, number, change, made_by)"
                        + " select :year, coalesce(max(number), 0) + 1, :change::uuid, :by from budget_version"
                        + " where financial_year = :year returning number")
                .bind("year", year.code())
                .bind("change", change)
                .bind("by", by)
                .mapTo(Integer.class)
                .one();
        h.createUpdate("insert into budget_version_line (financial_year, number, budget_line, amount_pence)"
                        + " select financial_year, :number, code, revised_pence from budget_position"
                        + " where financial_year = :year")
                .bind("year", year.code())
                .bind("number", number)
                .execute();
    }
}
