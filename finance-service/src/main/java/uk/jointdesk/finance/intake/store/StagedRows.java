package uk.jointdesk.finance.intake.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import uk.jointdesk.finance.intake.domain.ImportProfile;
import uk.jointdesk.finance.intake.domain.ImportRow;
import uk.jointdesk.finance.intake.domain.Target;
import uk.jointdesk.finance.intake.store.ImportLeases.Lease;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.year.domain.Period;

/**
 * Writes many payments into the ledger at once: COPY into a table of this transaction's own, since COPY cannot pass row
 * security, then one statement for journals and lines together, at whose end PostgreSQL looks at all their balances.
 */
final class StagedRows {
    private static final String TABLE = """
            create temp table staged (
              number bigint, journal uuid, reference text, digest text, posted_on date, financial_year text,
              period smallint, description text, account text, budget_line text, partner text, cost_centre text,
              subjective text, project text, net bigint, vat bigint, supplier text, their_cost_centre text,
              their_expense text, order_reference text, natural_person boolean,
              reason text) on commit drop
            """;
    private static final String COPY = "copy staged from stdin";
    private static final String POST = """
            with batch as materialized (
              select * from staged where number between :from and :to order by number
            ), journals as (
              insert into journal (id, posted_on, financial_year, period, description, source, source_reference,
                                   line_count, recorded_by)
              select journal, posted_on, financial_year, period, description, :source, reference,
                     case when vat = 0 then 2 else 3 end, :client from batch
            ), said as (
              insert into imported_line (journal, import, row, digest, supplier, order_reference, their_cost_centre,
                                         their_expense, natural_person, suspense_reason)
              select journal, :import, number, digest, supplier, order_reference, their_cost_centre, their_expense,
                     natural_person, reason from batch
            )
            insert into posting (journal, line, account, financial_year, budget_line, partner, amount_pence,
                                 cost_centre, subjective, project)
            select b.journal, l.line, l.account, b.financial_year,
                   case when l.line = 1 then b.budget_line end, case when l.line = 1 then b.partner end, l.pence,
                   case when l.line = 1 then b.cost_centre end, case when l.line = 1 then b.subjective end,
                   case when l.line = 1 then b.project end
              from batch b cross join lateral (values
                (1, b.account, b.net), (2, :credit, -(b.net + b.vat)), (3, 'VAT', b.vat)) as l (line, account, pence)
             where l.line < 3 or l.pence <> 0
            """;
    private final Handle h;
    private final ImportProfile profile;
    private final Lease lease;

    StagedRows(Handle h, ImportProfile profile, Lease lease) {
        this.h = h;
        this.profile = profile;
        this.lease = lease;
    }

    void stage(List<ImportRow> rows) {
        h.execute(TABLE);
        StringBuilder text = new StringBuilder(rows.size() * 300);
        rows.forEach(row -> append(text, row));
        try {
            h.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(text.toString()));
        } catch (SQLException refused) {
            throw new IllegalStateException("rows could not be staged", refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Posts the staged rows of these numbers; PostgreSQL checks what it would check at commit now. */
    void post(long from, long to) {
        h.createUpdate(POST)
                .bind("from", from)
                .bind("to", to)
                .bind("source", profile.source())
                .bind("credit", profile.credit().name())
                .bind("import", lease.id())
                .bind("client", lease.client())
                .execute();
        h.execute("set constraints all immediate");
        h.execute("set constraints all deferred");
    }

    private static void append(StringBuilder text, ImportRow row) {
        Period period = Period.containing(row.payment().date());
        Target target = row.target();
        Coding coding = target == null ? Coding.NONE : target.coding();
        CopyLine line = new CopyLine(text);
        line.cell(row.number()).cell(UUID.randomUUID()).cell(row.reference()).cell(row.digest());
        line.cell(row.payment().date()).cell(period.year().code()).cell(period.number());
        line.cell(row.payment().text()).cell(target == null ? Account.SUSPENSE : target.account());
        line.cell(target == null ? null : target.budgetLine()).cell(target == null ? null : target.partner());
        line.cell(coding.costCentre()).cell(coding.subjective()).cell(coding.project());
        line.cell(row.payment().net().pence()).cell(row.payment().vat().pence());
        line.cell(row.payment().supplier())
                .cell(row.payment().costCentre())
                .cell(row.payment().expense());
        line.cell(row.payment().orderReference()).cell(row.payment().naturalPerson());
        line.cell(row.suspenseReason()).end();
    }
}
