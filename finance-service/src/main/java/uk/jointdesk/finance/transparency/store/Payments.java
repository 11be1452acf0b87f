package uk.jointdesk.finance.transparency.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.transparency.domain.Payment;
import uk.jointdesk.finance.transparency.domain.Redaction;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Payments over 500 pounds, read as they are written out. A payment is a journal from another ledger that pays or owes
 * somebody; accruals, bills and what people enter by hand are none. One that was undone was never made.
 */
@ApplicationScoped
public class Payments {
    /** More than this net of tax, also as a credit note, counts: "each individual item of expenditure that exceeds £500". */
    private static final long THRESHOLD_PENCE = 500_00;

    private static final int FETCHED_AT_ONCE = 500;
    private static final String SELECT = "select j.posted_on, j.source_reference, j.description, p.amount_pence,"
            + " p.cost_centre, p.subjective, coalesce(c.title, l.title) as service, s.title as expense,"
            + " case when decided.entered is not null then decided.reason"
            + " when said.natural_person then 'PERSONAL_DATA' end as reason"
            + " from journal j"
            + " join posting p on p.journal = j.id and p.account in ('EXPENDITURE', 'SUSPENSE')"
            + " left join budget_line l on l.financial_year = p.financial_year and l.code = p.budget_line"
            + " left join ledger_code c on c.dimension = 'COST_CENTRE' and c.code = p.cost_centre"
            + " left join ledger_code s on s.dimension = 'SUBJECTIVE' and s.code = p.subjective"
            + " left join imported_line said on said.journal = j.id"
            + " left join lateral (select entered, reason from payment_redaction where journal = j.id"
            + " order by entered desc limit 1) decided on true"
            + " where j.posted_on between :from and :to and j.source is not null and j.reverses is null"
            + " and not exists (select from journal undoing where undoing.reverses = j.id)"
            + " and exists (select from posting paid where paid.journal = j.id"
            + " and paid.account in ('CREDITORS', 'CASH'))"
            + " and (select abs(sum(net.amount_pence)) from posting net where net.journal = j.id"
            + " and net.account in ('EXPENDITURE', 'SUSPENSE')) > :threshold"
            + " order by j.posted_on, j.entered, p.line";
    private final ScopedDb.Scoped everybody;

    public Payments(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    /** Of a month, in order of payment. */
    public void of(YearMonth month, Consumer<Payment> reader) {
        everybody.read(h -> {
            try (Stream<Payment> payments = h
                    .createQuery(SELECT)
                    .setFetchSize(FETCHED_AT_ONCE)
                    .bind("from", month.atDay(1))
                    .bind("to", month.atEndOfMonth())
                    .bind("threshold", THRESHOLD_PENCE)
                    .map(Payments::payment)
                    .stream()) {
                payments.forEach(reader);
            }
            return null;
        });
    }

    private static Payment payment(ResultSet row, StatementContext context) throws SQLException {
        String reason = row.getString("reason");
        return new Payment(
                row.getObject("posted_on", LocalDate.class),
                row.getString("source_reference"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("description"),
                row.getString("service"),
                row.getString("expense"),
                row.getString("subjective"),
                row.getString("cost_centre"),
                reason == null ? null : Redaction.valueOf(reason));
    }
}
