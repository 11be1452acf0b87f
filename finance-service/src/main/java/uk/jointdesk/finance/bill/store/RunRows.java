package uk.jointdesk.finance.bill.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.bill.domain.BillingRun;
import uk.jointdesk.finance.bill.domain.InstalmentPlan;
import uk.jointdesk.finance.bill.domain.Refund;
import uk.jointdesk.finance.bill.domain.RunKind;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Billing runs as rows. */
final class RunRows {
    static final String SELECT = "select r.*, d.decision, d.decided_on, d.recorded_at, d.recorded_by, d.decided_for"
            + " from billing_run r left join billing_decision d on d.run = r.id";

    private RunRows() {}

    static BillingRun run(Handle h, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new BillingRun(
                id,
                FinancialYear.parse(row.getString("financial_year")).orElseThrow(),
                RunKind.valueOf(row.getString("kind")),
                row.getInt("up_to"),
                row.getString("note"),
                plan(h, id),
                refund(row),
                row.getObject("exit_statement", UUID.class),
                mark(row, "drafted_at", "drafted_by", "drafted_for"),
                decision(row));
    }

    private static InstalmentPlan plan(Handle h, UUID run) {
        return new InstalmentPlan(
                h.createQuery("select due_on, weight from billing_instalment where run = :run order by part")
                        .bind("run", run)
                        .map((row, context) -> new InstalmentPlan.Part(
                                row.getObject("due_on", LocalDate.class), Fraction.of(row.getBigDecimal("weight"))))
                        .list());
    }

    private static Refund refund(ResultSet row) throws SQLException {
        LocalDate ratioOn = row.getObject("ratio_on", LocalDate.class);
        return ratioOn == null
                ? null
                : new Refund(Money.ofPence(row.getLong("refund_pence")), row.getString("refund_line"), ratioOn);
    }

    private static BillingRun.Decision decision(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new BillingRun.Decision(
                        BillingRun.Status.valueOf(decision),
                        row.getObject("decided_on", LocalDate.class),
                        mark(row, "recorded_at", "recorded_by", "decided_for"));
    }

    private static BillingRun.Mark mark(ResultSet row, String at, String client, String subject) throws SQLException {
        return new BillingRun.Mark(
                row.getObject(at, OffsetDateTime.class).toInstant(), row.getString(client), row.getString(subject));
    }

    /** Exact: every weight was read from a decimal, or is one. */
    static BigDecimal decimal(Fraction weight) {
        return new BigDecimal(weight.numerator()).divide(new BigDecimal(weight.denominator()));
    }
}
