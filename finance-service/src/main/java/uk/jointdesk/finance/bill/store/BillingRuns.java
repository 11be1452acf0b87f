package uk.jointdesk.finance.bill.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.domain.InstalmentPlan;
import uk.jointdesk.finance.bill.domain.Refund;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** Billing runs and what became of them. A draft is decided once. */
@ApplicationScoped
public class BillingRuns {
    private final ScopedDb db;

    public BillingRuns(ScopedDb db) {
        this.db = db;
    }

    /** A run with its place in the order of drafting. */
    public record Entered(BillingRun run, long entered) {}

    /** A bill of a run; the number is null while the run is a draft. */
    public record RunBill(UUID id, BillDraft draft, String number) {}

    public void add(BillingRun run, List<BillDraft> drafts) {
        db.run(h -> {
            insert(h, run);
            instalments(h, run);
            drafts.forEach(draft ->
                    new BillWriter(h, UUID.randomUUID(), run.year(), draft).write(run.id(), BillWriter.Taking.NONE));
        });
    }

    private static void insert(Handle h, BillingRun run) {
        Refund refund = run.refund();
        h.createUpdate("insert into billing_run (id, financial_year, kind, up_to, note, refund_pence, refund_line,"
                        + " ratio_on, exit_statement, drafted_at, drafted_by, drafted_for) values (:id, :year, :kind,"
                        + " :upTo, :note, :refund, :line, :ratioOn, :exit::uuid, :at, :client, :subject)")
                .bind("id", run.id())
                .bind("year", run.year().code())
                .bind("kind", run.kind().name())
                .bind("upTo", run.upTo())
                .bind("note", run.note())
                .bind("refund", refund == null ? null : refund.amount().pence())
                .bind("line", refund == null ? null : refund.line())
                .bind("ratioOn", refund == null ? null : refund.ratioOn())
                .bind("exit", run.exitStatement())
                .bind("at", run.drafted().at().atOffset(ZoneOffset.UTC))
                .bind("client", run.drafted().client())
                .bind("subject", run.drafted().subject())
                .execute();
    }

    private static void instalments(Handle h, BillingRun run) {
        PreparedBatch batch = h.prepareBatch(
                "insert into billing_instalment (run, part, due_on, weight) values (:run, :part, :dueOn, :weight)");
        List<InstalmentPlan.Part> parts = run.plan().parts();
        for (int i = 0; i < parts.size(); i++) {
            batch.bind("run", run.id())
                    .bind("part", i + 1)
                    .bind("dueOn", parts.get(i).dueOn())
                    .bind("weight", RunRows.decimal(parts.get(i).weight()))
                    .add();
        }
        batch.execute();
    }

    public Optional<BillingRun> find(UUID id) {
        return db.read(h -> h.createQuery(RunRows.SELECT + " where r.id = :id")
                .bind("id", id)
                .map((row, context) -> RunRows.run(h, row))
                .findOne());
    }

    /** In the order they were drafted; {@code year} may be null. */
    public List<Entered> page(FinancialYear year, long after, int most) {
        return db.read(h -> h.createQuery(RunRows.SELECT + " where r.entered > :after"
                        + " and (:year::text is null or r.financial_year = :year) order by r.entered limit :most")
                .bind("after", after)
                .bind("year", year == null ? null : year.code())
                .bind("most", most)
                .map((row, context) -> new Entered(RunRows.run(h, row), row.getLong("entered")))
                .list());
    }

    /** Its bills by partner and instalment. */
    public List<RunBill> bills(UUID run) {
        return db.read(h -> {
            List<Numbered> heads = h.createQuery(
                            "select b.*, i.number from bill b left join bill_issue i on i.bill = b.id"
                                    + " where b.run = :run order by b.partner, b.part")
                    .bind("run", run)
                    .map((row, context) -> new Numbered(BillRows.BillHead.of(row), row.getString("number")))
                    .list();
            BillRows rows =
                    BillRows.of(h, heads.stream().map(head -> head.head.id()).toList());
            return heads.stream()
                    .map(head -> new RunBill(head.head.id(), rows.draft(head.head), head.number))
                    .toList();
        });
    }

    private record Numbered(BillRows.BillHead head, String number) {}

    /** False when the run was decided before. */
    public boolean decide(UUID run, BillingRun.Decision decision) {
        return db.write(h -> h.createUpdate("insert into billing_decision (run, decision, decided_on, recorded_at,"
                                + " recorded_by, decided_for) values (:run, :decision, :on, :at, :client, :subject)"
                                + " on conflict do nothing")
                        .bind("run", run)
                        .bind("decision", decision.status().name())
                        .bind("on", decision.on())
                        .bind("at", decision.mark().at().atOffset(ZoneOffset.UTC))
                        .bind("client", decision.mark().client())
                        .bind("subject", decision.mark().subject())
                        .execute()
                == 1);
    }
}
