package uk.jointdesk.finance.bill.store;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.finance.bill.domain.BillDraft;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Writes a bill with its lines and parts. */
record BillWriter(Handle h, UUID bill, FinancialYear year, BillDraft draft) {

    /**
     * @param corrects the bill it takes back, with the reason; null for a bill of a run
     * @param lines of that bill, one for each line of the draft
     */
    record Taking(UUID corrects, String reason, List<Integer> lines) {
        static final Taking NONE = new Taking(null, null, List.of());
    }

    void write(UUID run, Taking taking) {
        h.createUpdate(
                        "insert into bill (id, run, financial_year, partner, part, parts, due_on, amount_pence, line_count,"
                                + " corrects, reason) values (:id, :run::uuid, :year, :partner, :part, :parts, :dueOn, :pence,"
                                + " :lines, :corrects::uuid, :reason)")
                .bind("id", bill)
                .bind("run", run)
                .bind("year", year.code())
                .bind("partner", draft.partner())
                .bind("part", draft.part())
                .bind("parts", draft.parts())
                .bind("dueOn", draft.dueOn())
                .bind("pence", draft.due().total().pence())
                .bind("lines", draft.due().lines().size())
                .bind("corrects", taking.corrects())
                .bind("reason", taking.reason())
                .execute();
        lines(draft.due().lines(), taking.lines());
        within(draft.due().within());
    }

    private void lines(List<BillLine> lines, List<Integer> corrected) {
        PreparedBatch batch = h.prepareBatch("insert into bill_line (bill, line, partner, kind, code, title, note,"
                + " amount_pence, corrects_line) values (:bill, :line, :partner, :kind, :code, :title, :note, :pence,"
                + " :corrected)");
        for (int i = 0; i < lines.size(); i++) {
            BillLine line = lines.get(i);
            batch.bind("bill", bill)
                    .bind("line", i + 1)
                    .bind("partner", draft.partner())
                    .bind("kind", line.kind().name())
                    .bind("code", line.code())
                    .bind("title", line.title())
                    .bind("note", line.note())
                    .bind("pence", line.amount().pence())
                    .bind("corrected", corrected.isEmpty() ? null : corrected.get(i))
                    .add();
        }
        batch.execute();
    }

    private void within(List<Contribution.Within> within) {
        PreparedBatch batch = h.prepareBatch("insert into bill_within (bill, partner, member, amount_pence)"
                + " values (:bill, :partner, :member, :pence)");
        within.forEach(part -> batch.bind("bill", bill)
                .bind("partner", draft.partner())
                .bind("member", part.partner())
                .bind("pence", part.amount().pence())
                .add());
        batch.execute();
    }
}
