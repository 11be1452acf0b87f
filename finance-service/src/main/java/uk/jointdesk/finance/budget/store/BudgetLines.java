package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.finance.budget.domain.BudgetLine;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.budget.domain.LineTerms;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.PartnerScope;

/** The cost pools of all years. They belong to the service as a whole and carry no partner's rows. */
@ApplicationScoped
public class BudgetLines {
    private static final String SELECT = "select * from budget_position"
            + " where (:year::text is null or financial_year = :year)"
            + " and (:code::text is null or code = :code) order by financial_year, code";
    private final ScopedDb.Scoped db;

    public BudgetLines(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    /** @param year null for every year */
    public List<BudgetLine> of(FinancialYear year) {
        return list(year, null);
    }

    public Map<String, BudgetLine> byCode(FinancialYear year) {
        return of(year).stream().collect(Collectors.toMap(line -> line.pool().code(), Function.identity()));
    }

    public List<CostPool> pools(FinancialYear year) {
        return of(year).stream().map(BudgetLine::pool).toList();
    }

    public Optional<BudgetLine> find(FinancialYear year, String code) {
        return list(year, code).stream().findFirst();
    }

    private List<BudgetLine> list(FinancialYear year, String code) {
        return db.read(h -> h.createQuery(SELECT)
                .bind("year", year == null ? null : year.code())
                .bind("code", code)
                .map(LineRows::line)
                .list());
    }

    /** False when the year has a line of that code. */
    public boolean add(CostPool pool, LineTerms terms) {
        return db.write(h -> bound(
                                h.createUpdate("insert into budget_line (financial_year, code, title, kind,"
                                        + " amount_pence, scheme, source, assumption, recurrence, placeholder, saving,"
                                        + " active_from, active_to) values (:year, :code, :title, :kind, :pence,"
                                        + " :scheme, :source, :assumption, :recurrence, :placeholder, :saving,"
                                        + " :activeFrom, :activeTo) on conflict do nothing"),
                                pool,
                                terms)
                        .execute()
                == 1);
    }

    /** All of them or none. */
    public void addAll(List<BudgetLine> added) {
        db.run(h -> added.forEach(line -> {
            if (!add(line.pool(), line.terms())) {
                throw Refusal.conflict(
                        "line-exists", "The year has a line " + line.pool().code() + ".");
            }
        }));
    }

    /** False when the line is no longer at that version. */
    public boolean change(BudgetLine line) {
        return db.write(h -> bound(
                                h.createUpdate("update budget_line set title = :title, amount_pence = :pence,"
                                        + " scheme = :scheme, source = :source, assumption = :assumption,"
                                        + " recurrence = :recurrence, placeholder = :placeholder, saving = :saving,"
                                        + " active_from = :activeFrom, active_to = :activeTo, version = version + 1"
                                        + " where financial_year = :year and code = :code and version = :version"),
                                line.pool(),
                                line.terms())
                        .bind("version", line.version())
                        .execute()
                == 1);
    }

    private static Update bound(Update update, CostPool pool, LineTerms terms) {
        return update.bind("year", pool.year().code())
                .bind("code", pool.code())
                .bind("title", pool.title())
                .bind("kind", pool.kind().name())
                .bind("pence", pool.amounts().original().pence())
                .bind("scheme", pool.scheme())
                .bind("source", pool.source())
                .bind("assumption", pool.assumption())
                .bindMethods(terms);
    }
}
