package uk.jointdesk.finance.contribution.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** What was received or granted on budget lines, above zero. Read whole, as costs are: every contribution needs all. */
@ApplicationScoped
public class PostedIncome {
    private final ScopedDb.Scoped everybody;

    public PostedIncome(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    /** Of a year up to and with a period, by line, period and partner. */
    public List<PostedCost> of(FinancialYear year, int upTo) {
        return everybody.read(h -> h.createQuery("select p.budget_line, j.period, p.partner,"
                        + " -sum(p.amount_pence)::bigint as pence from posting p join journal j on j.id = p.journal"
                        + " where p.account = 'INCOME' and j.financial_year = :year and j.period <= :period"
                        + " group by 1, 2, 3 order by 1, 2, 3")
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
