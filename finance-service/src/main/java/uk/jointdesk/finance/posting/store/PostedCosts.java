package uk.jointdesk.finance.posting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Sums of the ledger by budget line. Everybody's contribution follows from everybody's costs, so they are read whole;
 * what of the result a caller may see is decided where it is shown.
 */
@ApplicationScoped
public class PostedCosts {
    /** Sums that are kept, and what was posted since they were: one statement, so that nothing is missed between. */
    private static final String KEPT = "select budget_line, period, nullif(partner, '') as partner,"
            + " sum(amount_pence)::bigint as pence from ("
            + "select budget_line, period, partner, amount_pence from posted_sum"
            + " where financial_year = :year and period <= :period union all "
            + "select budget_line, period, partner, amount_pence from posted_addition"
            + " where financial_year = :year and period <= :period) kept"
            + " group by 1, 2, 3 order by 1, 2, 3";

    private final ScopedDb.Scoped everybody;

    public PostedCosts(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    /** Of a year up to and with a period, by line, period and partner. */
    public List<PostedCost> of(FinancialYear year, int upTo) {
        return everybody.read(h -> h.createQuery(KEPT)
                .bind("year", year.code())
                .bind("period", upTo)
                .map((row, context) -> new PostedCost(
                        row.getString("budget_line"),
                        new Period(year, row.getInt("period")),
                        row.getString("partner"),
                        Money.ofPence(row.getLong("pence"))))
                .list());
    }
}
