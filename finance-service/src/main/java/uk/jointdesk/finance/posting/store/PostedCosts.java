package uk.jointdesk.finance.posting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import uk.jointdesk.finance.covid.domain.CovidCost;
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
    private final ScopedDb.Scoped everybody;

    public PostedCosts(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    /** Of a year up to and with a period, by line, period and partner. */
    public List<PostedCost> of(FinancialYear year, int upTo) {
        return everybody.read(h -> h.createQuery("select p.budget_line, j.period, p.partner,"
                        + " sum(p.amount_pence)::bigint as pence from posting p join journal j on j.id = p.journal"
                        + " where p.budget_line is not null and j.financial_year = :year and j.period <= :period"
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

    /** Everything posted to Covid-19 lines up to and with a day, in all years. */
    public List<CovidCost> covid(LocalDate upTo) {
        return everybody.read(h -> h.createQuery("select j.posted_on, j.financial_year, j.period, l.scheme, p.partner,"
                        + " sum(p.amount_pence)::bigint as pence"
                        + " from posting p join journal j on j.id = p.journal"
                        + " join budget_line l on l.financial_year = p.financial_year and l.code = p.budget_line"
                        + " where l.kind = 'COVID' and j.posted_on <= :upTo"
                        + " group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5")
                .bind("upTo", upTo)
                .map((row, context) -> new CovidCost(
                        row.getObject("posted_on", LocalDate.class),
                        new Period(
                                        FinancialYear.parse(row.getString("financial_year"))
                                                .orElseThrow(),
                                        row.getInt("period"))
                                .span(),
                        row.getString("scheme"),
                        row.getString("partner"),
                        Money.ofPence(row.getLong("pence"))))
                .list());
    }
}
