package uk.jointdesk.finance.balance.store;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.finance.balance.domain.AccountBalance;
import uk.jointdesk.finance.balance.domain.TrialBalance;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** Sums of the whole ledger by account; read by roles that see the whole service. */
@ApplicationScoped
public class Balances {
    private final ScopedDb db;

    public Balances(ScopedDb db) {
        this.db = db;
    }

    /** Of a year up to and with a period. */
    public TrialBalance of(FinancialYear year, int upTo) {
        return new TrialBalance(db.read(h -> h.createQuery("select p.account, p.budget_line, p.partner,"
                        + " coalesce(sum(p.amount_pence) filter (where p.amount_pence > 0), 0)::bigint as debits,"
                        + " coalesce(-sum(p.amount_pence) filter (where p.amount_pence < 0), 0)::bigint as credits"
                        + " from journal j join posting p on p.journal = j.id"
                        + " where j.financial_year = :year and j.period <= :period"
                        + " group by 1, 2, 3 order by 1, 2 nulls first, 3 nulls first")
                .bind("year", year.code())
                .bind("period", upTo)
                .map((row, context) -> new AccountBalance(
                        Account.valueOf(row.getString("account")),
                        row.getString("budget_line"),
                        row.getString("partner"),
                        Money.ofPence(row.getLong("debits")),
                        Money.ofPence(row.getLong("credits"))))
                .list()));
    }
}
