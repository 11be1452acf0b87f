package uk.jointdesk.finance.fund.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.fund.domain.FundCost;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * What was posted to the lines of a fund, in all years. Everybody's part follows from everybody's costs, so they are
 * read whole; what of the result a caller may see is decided where it is shown.
 */
@ApplicationScoped
public class FundCosts {
    private static final String SELECT =
            "select j.posted_on, j.financial_year, j.period, p.account, l.scheme, p.partner,"
                    + " sum(p.amount_pence)::bigint as pence from posting p join journal j on j.id = p.journal"
                    + " join budget_line l on l.financial_year = p.financial_year and l.code = p.budget_line"
                    + " where %s and j.posted_on <= :upTo group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6";
    private static final String COVID = String.format(SELECT, "l.kind = 'COVID'");
    private static final String PROJECT = String.format(SELECT, "p.project = :project");
    private final ScopedDb.Scoped everybody;

    public FundCosts(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    /** Up to and with a day. */
    public List<FundCost> of(Fund fund, LocalDate upTo) {
        return fund.project() == null ? covid(upTo) : list(PROJECT, fund.project(), upTo);
    }

    /** Everything posted to Covid-19 lines up to and with a day. */
    public List<FundCost> covid(LocalDate upTo) {
        return list(COVID, null, upTo);
    }

    private List<FundCost> list(String sql, String project, LocalDate upTo) {
        return everybody.read(h -> h.createQuery(sql)
                .bind("project", project)
                .bind("upTo", upTo)
                .map(FundCosts::cost)
                .list());
    }

    private static FundCost cost(ResultSet row, StatementContext context) throws SQLException {
        FinancialYear year =
                FinancialYear.parse(row.getString("financial_year")).orElseThrow();
        return new FundCost(
                row.getObject("posted_on", LocalDate.class),
                new Period(year, row.getInt("period")).span(),
                Account.valueOf(row.getString("account")),
                row.getString("scheme"),
                row.getString("partner"),
                Money.ofPence(row.getLong("pence")));
    }
}
