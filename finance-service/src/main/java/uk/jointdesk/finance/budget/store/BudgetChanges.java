package uk.jointdesk.finance.budget.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.budget.domain.BudgetChange;
import uk.jointdesk.finance.budget.domain.ChangeKind;
import uk.jointdesk.finance.budget.domain.ChangeRules;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;

/** Changes of approved budgets, and what the board decided on them; never changed themselves. */
@ApplicationScoped
public class BudgetChanges {
    private static final String SELECT = """
            select c.*, d.outcome, d.reason as decided_because, d.decided_at, d.decided_by
              from budget_change c left join budget_change_decision d on d.change = c.id
             where (:id::uuid is null or c.id = :id::uuid)
               and (:year::text is null or c.financial_year = :year)
               and (:kind::text is null or c.kind = :kind)
               and (:status::text is null or coalesce(d.outcome, 'REQUESTED') = :status)
               and c.entered > :after
             order by c.entered limit :most
            """;
    private final ScopedDb db;
    private final BudgetLines lines;

    public BudgetChanges(ScopedDb db, BudgetLines lines) {
        this.db = db;
        this.lines = lines;
    }

    /** Which changes are looked for; null is any. */
    public record Wanted(FinancialYear year, ChangeKind kind, BudgetChange.Status status) {}

    /** A change and its place in the order of entry. */
    public record Entered(BudgetChange change, long number) {}

    public List<Entered> page(Wanted wanted, long after, int most) {
        return list(null, wanted, after, most);
    }

    public Optional<BudgetChange> find(UUID id) {
        return list(id, new Wanted(null, null, null), 0, 1).stream()
                .map(Entered::change)
                .findFirst();
    }

    private List<Entered> list(UUID id, Wanted wanted, long after, int most) {
        return db.read(h -> ChangeRows.complete(
                h,
                h.createQuery(SELECT)
                        .bind("id", id)
                        .bind(
                                "year",
                                wanted.year() == null ? null : wanted.year().code())
                        .bind("kind", wanted.kind())
                        .bind("status", wanted.status())
                        .bind("after", after)
                        .bind("most", most)
                        .map(ChangeRows::head)
                        .list()));
    }

    public void request(BudgetChange change) {
        db.run(h -> {
            h.createUpdate("insert into budget_change (id, financial_year, kind, reason, line_count, requested_by)"
                            + " values (:id, :year, :kind, :reason, :count, :by)")
                    .bind("id", change.id())
                    .bind("year", change.year().code())
                    .bind("kind", change.kind())
                    .bind("reason", change.reason())
                    .bind("count", change.lines().size())
                    .bind("by", change.requestedBy())
                    .execute();
            addLines(h, change);
        });
    }

    private static void addLines(Handle h, BudgetChange change) {
        PreparedBatch batch = h.prepareBatch("insert into budget_change_line (change, financial_year, budget_line,"
                + " amount_pence) values (:change, :year, :line, :pence)");
        for (BudgetChange.Line line : change.lines()) {
            batch.bind("change", change.id())
                    .bind("year", change.year().code())
                    .bind("line", line.budgetLine())
                    .bind("pence", line.amount().pence())
                    .add();
        }
        batch.execute();
    }

    /** Decisions on one year wait for each other: each sees the lines as the one before left them. */
    public void decide(BudgetChange change, BudgetChange.Outcome outcome, String reason, String by) {
        db.run(h -> {
            h.createQuery("select version from budget where financial_year = :year for update")
                    .bind("year", change.year().code())
                    .mapTo(Long.class)
                    .one();
            if (outcome == BudgetChange.Outcome.APPROVED) {
                new ChangeRules(lines.byCode(change.year())).check(change);
            }
            write(h, change, outcome, reason, by);
        });
    }

    private static void write(Handle h, BudgetChange change, BudgetChange.Outcome outcome, String reason, String by) {
        boolean first = h.createUpdate("insert into budget_change_decision (change, outcome, reason, decided_by)"
                                + " values (:change, :outcome, :reason, :by) on conflict do nothing")
                        .bind("change", change.id())
                        .bind("outcome", outcome)
                        .bind("reason", reason)
                        .bind("by", by)
                        .execute()
                == 1;
        if (!first) {
            throw Refusal.conflict("already-decided", "The board has decided on this change.");
        }
        if (outcome == BudgetChange.Outcome.APPROVED) {
            BudgetVersions.write(h, change.year(), change.id(), by);
        }
    }
}
