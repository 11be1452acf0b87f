package uk.jointdesk.finance.contribution.store;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.finance.apportionment.store.Schemes;
import uk.jointdesk.finance.budget.store.BudgetLines;
import uk.jointdesk.finance.contribution.domain.YearFacts;
import uk.jointdesk.finance.partner.store.FundingPartners;
import uk.jointdesk.finance.posting.store.PostedCosts;
import uk.jointdesk.finance.servicecredit.store.ServiceCredits;
import uk.jointdesk.finance.year.domain.FinancialYear;

/** Brings together what a year's contributions follow from, for every partner. */
@ApplicationScoped
public class ContributionFacts {
    private final BudgetLines lines;
    private final Schemes schemes;
    private final FundingPartners register;
    private final PostedCosts costs;
    private final PostedIncome income;
    private final ServiceCredits credits;

    public ContributionFacts(
            BudgetLines lines,
            Schemes schemes,
            FundingPartners register,
            PostedCosts costs,
            PostedIncome income,
            ServiceCredits credits) {
        this.lines = lines;
        this.schemes = schemes;
        this.register = register;
        this.costs = costs;
        this.income = income;
        this.credits = credits;
    }

    public YearFacts of(FinancialYear year, int upTo) {
        return new YearFacts(
                year,
                lines.pools(year),
                schemes.byCode(),
                register.members(),
                costs.of(year, upTo),
                income.of(year, upTo),
                credits.counted(year, upTo));
    }
}
