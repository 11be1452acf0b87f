package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.Forecast;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The cost pools of all years. They belong to the service as a whole and carry no partner's rows. */
@ApplicationScoped
public class BudgetLines {
    private static final String SELECT = "select financial_year, code, title, kind, amount_pence, scheme, source,"
            + " assumption, version from budget_line where (:year::text is null or financial_year = :year)"
            + " and (:code::text is null or code = :code) order by financial_year, code";
    private final ScopedDb.Scoped db;

    public BudgetLines(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    /** A pool and how often it was changed. */
    public record Versioned(CostPool pool, long version) {}

    /** @param year null for every year */
    public List<Versioned> of(FinancialYear year) {
        return list(year, null);
    }

    public List<CostPool> pools(FinancialYear year) {
        return of(year).stream().map(Versioned::pool).toList();
    }

    public Optional<Versioned> find(FinancialYear year, String code) {
        return list(year, code).stream().findFirst();
    }

    private List<Versioned> list(FinancialYear year, String code) {
        return db.read(h -> h.createQuery(SELECT)
                .bind("year", year == null ? null : year.code())
                .bind("code", code)
                .map(BudgetLines::line)
                .list());
    }

    /** The latest forecast of each line that was read from no later period. */
    public List<Forecast> forecasts(FinancialYear year, int period) {
        return db.read(h -> h.createQuery("select distinct on (line) line, amount_pence, based_from, based_to, cause,"
                        + " source from forecast where financial_year = :year and based_to <= :period"
                        + " order by line, based_to desc")
                .bind("year", year.code())
                .bind("period", period)
                .map((row, context) -> new Forecast(
                        row.getString("line"),
                        Money.ofPence(row.getLong("amount_pence")),
                        row.getInt("based_from"),
                        row.getInt("based_to"),
                        row.getString("cause"),
                        row.getString("source")))
                .list());
    }

    /** False when the year has a line of that code. */
    public boolean add(CostPool pool) {
        return db.write(h -> bound(
                                h.createUpdate(
                                        "insert into budget_line (financial_year, code, title, kind, amount_pence, scheme,"
                                                + " source, assumption) values (:year, :code, :title, :kind, :pence, :scheme,"
                                                + " :source, :assumption) on conflict do nothing"),
                                pool)
                        .execute()
                == 1);
    }

    /** False when the line is no longer at that version. */
    public boolean change(CostPool pool, long version) {
        return db.write(h -> bound(
                                h.createUpdate("update budget_line set title = :title, amount_pence = :pence,"
                                        + " scheme = :scheme, source = :source, assumption = :assumption,"
                                        + " version = version + 1"
                                        + " where financial_year = :year and code = :code and version = :version"),
                                pool)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    private static Update bound(Update update, CostPool pool) {
        return update.bind("year", pool.year().code())
                .bind("code", pool.code())
                .bind("title", pool.title())
                .bind("kind", pool.kind().name())
                .bind("pence", pool.budget().pence())
                .bind("scheme", pool.scheme())
                .bind("source", pool.source())
                .bind("assumption", pool.assumption());
    }

    private static Versioned line(ResultSet row, StatementContext context) throws SQLException {
        CostPool pool = new CostPool(
                FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                row.getString("code"),
                row.getString("title"),
                PoolKind.valueOf(row.getString("kind")),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("scheme"),
                row.getString("source"),
                row.getBoolean("assumption"));
        return new Versioned(pool, row.getLong("version"));
    }
}
