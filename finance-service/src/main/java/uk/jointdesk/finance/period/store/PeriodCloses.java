package uk.jointdesk.finance.period.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.finance.chain.domain.Chain;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.period.domain.PeriodClose;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** What closes froze, and whether it still holds. */
@ApplicationScoped
public class PeriodCloses {
    private static final String SUMS = "select j.financial_year, j.period, p.account,"
            + " coalesce(sum(p.amount_pence) filter (where p.amount_pence > 0), 0)::bigint as debit_pence,"
            + " coalesce(-sum(p.amount_pence) filter (where p.amount_pence < 0), 0)::bigint as credit_pence"
            + " from journal j join posting p on p.journal = j.id";

    private static final String CHANGED = "with posted as (" + SUMS
            + " join period_close c on c.financial_year = j.financial_year and c.period = j.period group by 1, 2, 3)"
            + " select distinct financial_year, period from"
            + " ((select * from posted except select * from period_close_total)"
            + " union (select * from period_close_total except select * from posted)) differing"
            + " order by financial_year, period";
    private final ScopedDb.Scoped db;

    public PeriodCloses(ScopedDb db) {
        this.db = db.as(PartnerScope.ALL);
    }

    public List<PeriodClose> of(FinancialYear year) {
        return db.read(h -> {
            Map<Integer, List<PeriodClose.Total>> totals = h.createQuery(
                            "select * from period_close_total where financial_year = :year order by account")
                    .bind("year", year.code())
                    .map((row, context) -> Map.entry(row.getInt("period"), total(row)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            return h.createQuery("select * from period_close where financial_year = :year order by period")
                    .bind("year", year.code())
                    .map((row, context) -> close(row, year, totals))
                    .list();
        });
    }

    private static PeriodClose close(ResultSet row, FinancialYear year, Map<Integer, List<PeriodClose.Total>> totals)
            throws SQLException {
        int period = row.getInt("period");
        return new PeriodClose(
                new Period(year, period),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by"),
                row.getLong("journals"),
                totals.getOrDefault(period, List.of()),
                new Chain(row.getLong("chain_position"), row.getString("chain_digest")));
    }

    private static PeriodClose.Total total(ResultSet row) throws SQLException {
        return new PeriodClose.Total(
                Account.valueOf(row.getString("account")),
                Money.ofPence(row.getLong("debit_pence")),
                Money.ofPence(row.getLong("credit_pence")));
    }

    /** Closed periods whose postings no longer add up to what was frozen. */
    public List<Period> changed() {
        return db.read(h -> h.createQuery(CHANGED)
                .map((row, context) -> new Period(
                        FinancialYear.parse(row.getString("financial_year")).orElseThrow(), row.getInt("period")))
                .list());
    }

    /** Freezes a period that the transaction holds alone. */
    static void freeze(Handle h, Period period, Chain chain, String by) {
        h.createUpdate("insert into period_close (financial_year, period, closed_by, journals, chain_position,"
                        + " chain_digest) select :year, :period, :by, count(*), :position, :digest from journal"
                        + " where financial_year = :year and period = :period")
                .bind("year", period.year().code())
                .bind("period", period.number())
                .bind("by", by)
                .bindMethods(chain)
                .execute();
        h.createUpdate("insert into period_close_total (financial_year, period, account, debit_pence, credit_pence) "
                        + SUMS + " where j.financial_year = :year and j.period = :period group by 1, 2, 3")
                .bind("year", period.year().code())
                .bind("period", period.number())
                .execute();
    }
}
