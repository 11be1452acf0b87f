package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.finance.budget.domain.BudgetPlan;
import uk.jointdesk.finance.budget.domain.PlanLine;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** Plans for several years, whole documents; read by roles that see the whole service. */
@ApplicationScoped
public class BudgetPlans {
    private final ScopedDb db;

    public BudgetPlans(ScopedDb db) {
        this.db = db;
    }

    public List<BudgetPlan> all() {
        return list(null);
    }

    public Optional<BudgetPlan> find(String code) {
        return list(code).stream().findFirst();
    }

    private List<BudgetPlan> list(String code) {
        return db.read(h -> h.createQuery(
                        "select * from budget_plan where (:code::text is null or code = :code) order by code")
                .bind("code", code)
                .map((row, context) -> plan(h, row))
                .list());
    }

    /** False when the code is taken. */
    public boolean add(BudgetPlan plan) {
        return written(
                plan,
                "insert into budget_plan (code, title, first_year, last_year, source, assumption)"
                        + " values (:code, :title, :first, :last, :source, :assumption) on conflict do nothing");
    }

    /** Puts another draft in the place of the one that was read; false when that has gone. */
    public boolean replace(BudgetPlan plan) {
        return written(
                plan,
                "update budget_plan set title = :title, first_year = :first, last_year = :last, source = :source,"
                        + " assumption = :assumption, version = version + 1"
                        + " where code = :code and version = :version and status = 'DRAFT'");
    }

    private boolean written(BudgetPlan plan, String head) {
        return db.write(h -> {
            boolean done = bound(h.createUpdate(head), plan).execute() == 1;
            if (done) {
                h.execute("delete from budget_plan_line where plan = ?", plan.code());
                addLines(h, plan);
            }
            return done;
        });
    }

    private static Update bound(Update update, BudgetPlan plan) {
        return update.bind("code", plan.code())
                .bind("title", plan.title())
                .bind("first", plan.first().code())
                .bind("last", plan.last().code())
                .bind("source", plan.source())
                .bind("assumption", plan.assumption())
                .bind("version", plan.version());
    }

    /** False when it was edited since it was read. */
    public boolean approve(String code, String decision, String by, long version) {
        return db.write(h -> h.createUpdate("update budget_plan set status = 'APPROVED', approved_at = now(),"
                                + " approved_by = :by, decision = :decision, version = version + 1"
                                + " where code = :code and version = :version and status = 'DRAFT'")
                        .bind("by", by)
                        .bind("decision", decision)
                        .bind("code", code)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    private static void addLines(Handle h, BudgetPlan plan) {
        PreparedBatch batch = h.prepareBatch("insert into budget_plan_line (plan, financial_year, code, title, kind,"
                + " recurrence, amount_pence, placeholder, saving, active_from, active_to, scheme, source) values"
                + " (:plan, :year, :code, :title, :kind, :recurrence, :pence, :placeholder, :saving, :activeFrom,"
                + " :activeTo, :scheme, :source)");
        for (PlanLine line : plan.lines()) {
            batch.bind("plan", plan.code())
                    .bind("year", line.year().code())
                    .bind("code", line.code())
                    .bind("title", line.title())
                    .bind("kind", line.kind())
                    .bind("pence", line.amount().pence())
                    .bindMethods(line.terms())
                    .bind("scheme", line.scheme())
                    .bind("source", line.source())
                    .add();
        }
        batch.execute();
    }

    private static BudgetPlan plan(Handle h, ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new BudgetPlan(
                code,
                row.getString("title"),
                FinancialYear.parse(row.getString("first_year")).orElseThrow(),
                FinancialYear.parse(row.getString("last_year")).orElseThrow(),
                lines(h, code),
                row.getString("source"),
                row.getBoolean("assumption"),
                Budgets.approval(row),
                row.getLong("version"));
    }

    private static List<PlanLine> lines(Handle h, String plan) {
        return h.createQuery("select * from budget_plan_line where plan = :plan order by financial_year, code")
                .bind("plan", plan)
                .map((row, context) -> new PlanLine(
                        FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                        row.getString("code"),
                        row.getString("title"),
                        PoolKind.valueOf(row.getString("kind")),
                        Money.ofPence(row.getLong("amount_pence")),
                        LineRows.terms(row),
                        row.getString("scheme"),
                        row.getString("source")))
                .list();
    }
}
